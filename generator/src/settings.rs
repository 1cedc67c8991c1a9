//! tmp
use crate::rust::body::ServiceFacts;
#[derive(Default)]
pub struct Settings { pub link_base: Option<String>, pub package_name: Option<String>, pub package: Vec<(String,String)>, pub dev_dependencies: Vec<(String,String)>, pub(crate) service: ServiceFacts }
