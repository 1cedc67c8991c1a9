//! cdexhub
