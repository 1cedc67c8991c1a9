// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `OperationType`.

use trueform_runtime::UnknownValue;

/// The asynchronous operation that a work request tracks.
///
/// Schema `OperationType`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OperationType {
    /// On the wire: `CREATE_DATA_SHARING_AGREEMENT`.
    CreateDataSharingAgreement,
    /// On the wire: `UPDATE_DATA_SHARING_AGREEMENT`.
    UpdateDataSharingAgreement,
    /// On the wire: `DELETE_DATA_SHARING_AGREEMENT`.
    DeleteDataSharingAgreement,
    /// On the wire: `MOVE_DATA_SHARING_AGREEMENT`.
    MoveDataSharingAgreement,
    /// On the wire: `CREATE_DATA_SHARING_CONSTRAINT`.
    CreateDataSharingConstraint,
    /// On the wire: `UPDATE_DATA_SHARING_CONSTRAINT`.
    UpdateDataSharingConstraint,
    /// On the wire: `DELETE_DATA_SHARING_CONSTRAINT`.
    DeleteDataSharingConstraint,
    /// On the wire: `MOVE_DATA_SHARING_CONSTRAINT`.
    MoveDataSharingConstraint,
    /// On the wire: `CREATE_DATA_SHARING_REQUEST`.
    CreateDataSharingRequest,
    /// On the wire: `UPDATE_DATA_SHARING_REQUEST`.
    UpdateDataSharingRequest,
    /// On the wire: `DELETE_DATA_SHARING_REQUEST`.
    DeleteDataSharingRequest,
    /// On the wire: `MOVE_DATA_SHARING_REQUEST`.
    MoveDataSharingRequest,
    /// On the wire: `CREATE_DELIVERY_ENDPOINT`.
    CreateDeliveryEndpoint,
    /// On the wire: `UPDATE_DELIVERY_ENDPOINT`.
    UpdateDeliveryEndpoint,
    /// On the wire: `DELETE_DELIVERY_ENDPOINT`.
    DeleteDeliveryEndpoint,
    /// On the wire: `MOVE_DELIVERY_ENDPOINT`.
    MoveDeliveryEndpoint,
    /// On the wire: `CREATE_PAYER`.
    CreatePayer,
    /// On the wire: `UPDATE_PAYER`.
    UpdatePayer,
    /// On the wire: `DELETE_PAYER`.
    DeletePayer,
    /// On the wire: `MOVE_PAYER`.
    MovePayer,
    /// On the wire: `MOVE_PAYER_DIRECTORY_ENTRY`.
    MovePayerDirectoryEntry,
    /// On the wire: `CREATE_PROVIDER`.
    CreateProvider,
    /// On the wire: `UPDATE_PROVIDER`.
    UpdateProvider,
    /// On the wire: `DELETE_PROVIDER`.
    DeleteProvider,
    /// On the wire: `MOVE_PROVIDER`.
    MoveProvider,
    /// On the wire: `MOVE_PROVIDER_DIRECTORY_ENTRY`.
    MoveProviderDirectoryEntry,
    /// On the wire: `CREATE_QUERY_ENDPOINT`.
    CreateQueryEndpoint,
    /// On the wire: `UPDATE_QUERY_ENDPOINT`.
    UpdateQueryEndpoint,
    /// On the wire: `DELETE_QUERY_ENDPOINT`.
    DeleteQueryEndpoint,
    /// On the wire: `MOVE_QUERY_ENDPOINT`.
    MoveQueryEndpoint,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl OperationType {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::CreateDataSharingAgreement,
        Self::UpdateDataSharingAgreement,
        Self::DeleteDataSharingAgreement,
        Self::MoveDataSharingAgreement,
        Self::CreateDataSharingConstraint,
        Self::UpdateDataSharingConstraint,
        Self::DeleteDataSharingConstraint,
        Self::MoveDataSharingConstraint,
        Self::CreateDataSharingRequest,
        Self::UpdateDataSharingRequest,
        Self::DeleteDataSharingRequest,
        Self::MoveDataSharingRequest,
        Self::CreateDeliveryEndpoint,
        Self::UpdateDeliveryEndpoint,
        Self::DeleteDeliveryEndpoint,
        Self::MoveDeliveryEndpoint,
        Self::CreatePayer,
        Self::UpdatePayer,
        Self::DeletePayer,
        Self::MovePayer,
        Self::MovePayerDirectoryEntry,
        Self::CreateProvider,
        Self::UpdateProvider,
        Self::DeleteProvider,
        Self::MoveProvider,
        Self::MoveProviderDirectoryEntry,
        Self::CreateQueryEndpoint,
        Self::UpdateQueryEndpoint,
        Self::DeleteQueryEndpoint,
        Self::MoveQueryEndpoint,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CreateDataSharingAgreement => "CREATE_DATA_SHARING_AGREEMENT",
            Self::UpdateDataSharingAgreement => "UPDATE_DATA_SHARING_AGREEMENT",
            Self::DeleteDataSharingAgreement => "DELETE_DATA_SHARING_AGREEMENT",
            Self::MoveDataSharingAgreement => "MOVE_DATA_SHARING_AGREEMENT",
            Self::CreateDataSharingConstraint => "CREATE_DATA_SHARING_CONSTRAINT",
            Self::UpdateDataSharingConstraint => "UPDATE_DATA_SHARING_CONSTRAINT",
            Self::DeleteDataSharingConstraint => "DELETE_DATA_SHARING_CONSTRAINT",
            Self::MoveDataSharingConstraint => "MOVE_DATA_SHARING_CONSTRAINT",
            Self::CreateDataSharingRequest => "CREATE_DATA_SHARING_REQUEST",
            Self::UpdateDataSharingRequest => "UPDATE_DATA_SHARING_REQUEST",
            Self::DeleteDataSharingRequest => "DELETE_DATA_SHARING_REQUEST",
            Self::MoveDataSharingRequest => "MOVE_DATA_SHARING_REQUEST",
            Self::CreateDeliveryEndpoint => "CREATE_DELIVERY_ENDPOINT",
            Self::UpdateDeliveryEndpoint => "UPDATE_DELIVERY_ENDPOINT",
            Self::DeleteDeliveryEndpoint => "DELETE_DELIVERY_ENDPOINT",
            Self::MoveDeliveryEndpoint => "MOVE_DELIVERY_ENDPOINT",
            Self::CreatePayer => "CREATE_PAYER",
            Self::UpdatePayer => "UPDATE_PAYER",
            Self::DeletePayer => "DELETE_PAYER",
            Self::MovePayer => "MOVE_PAYER",
            Self::MovePayerDirectoryEntry => "MOVE_PAYER_DIRECTORY_ENTRY",
            Self::CreateProvider => "CREATE_PROVIDER",
            Self::UpdateProvider => "UPDATE_PROVIDER",
            Self::DeleteProvider => "DELETE_PROVIDER",
            Self::MoveProvider => "MOVE_PROVIDER",
            Self::MoveProviderDirectoryEntry => "MOVE_PROVIDER_DIRECTORY_ENTRY",
            Self::CreateQueryEndpoint => "CREATE_QUERY_ENDPOINT",
            Self::UpdateQueryEndpoint => "UPDATE_QUERY_ENDPOINT",
            Self::DeleteQueryEndpoint => "DELETE_QUERY_ENDPOINT",
            Self::MoveQueryEndpoint => "MOVE_QUERY_ENDPOINT",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for OperationType {
    fn from(text: &str) -> Self {
        match text {
            "CREATE_DATA_SHARING_AGREEMENT" => Self::CreateDataSharingAgreement,
            "UPDATE_DATA_SHARING_AGREEMENT" => Self::UpdateDataSharingAgreement,
            "DELETE_DATA_SHARING_AGREEMENT" => Self::DeleteDataSharingAgreement,
            "MOVE_DATA_SHARING_AGREEMENT" => Self::MoveDataSharingAgreement,
            "CREATE_DATA_SHARING_CONSTRAINT" => Self::CreateDataSharingConstraint,
            "UPDATE_DATA_SHARING_CONSTRAINT" => Self::UpdateDataSharingConstraint,
            "DELETE_DATA_SHARING_CONSTRAINT" => Self::DeleteDataSharingConstraint,
            "MOVE_DATA_SHARING_CONSTRAINT" => Self::MoveDataSharingConstraint,
            "CREATE_DATA_SHARING_REQUEST" => Self::CreateDataSharingRequest,
            "UPDATE_DATA_SHARING_REQUEST" => Self::UpdateDataSharingRequest,
            "DELETE_DATA_SHARING_REQUEST" => Self::DeleteDataSharingRequest,
            "MOVE_DATA_SHARING_REQUEST" => Self::MoveDataSharingRequest,
            "CREATE_DELIVERY_ENDPOINT" => Self::CreateDeliveryEndpoint,
            "UPDATE_DELIVERY_ENDPOINT" => Self::UpdateDeliveryEndpoint,
            "DELETE_DELIVERY_ENDPOINT" => Self::DeleteDeliveryEndpoint,
            "MOVE_DELIVERY_ENDPOINT" => Self::MoveDeliveryEndpoint,
            "CREATE_PAYER" => Self::CreatePayer,
            "UPDATE_PAYER" => Self::UpdatePayer,
            "DELETE_PAYER" => Self::DeletePayer,
            "MOVE_PAYER" => Self::MovePayer,
            "MOVE_PAYER_DIRECTORY_ENTRY" => Self::MovePayerDirectoryEntry,
            "CREATE_PROVIDER" => Self::CreateProvider,
            "UPDATE_PROVIDER" => Self::UpdateProvider,
            "DELETE_PROVIDER" => Self::DeleteProvider,
            "MOVE_PROVIDER" => Self::MoveProvider,
            "MOVE_PROVIDER_DIRECTORY_ENTRY" => Self::MoveProviderDirectoryEntry,
            "CREATE_QUERY_ENDPOINT" => Self::CreateQueryEndpoint,
            "UPDATE_QUERY_ENDPOINT" => Self::UpdateQueryEndpoint,
            "DELETE_QUERY_ENDPOINT" => Self::DeleteQueryEndpoint,
            "MOVE_QUERY_ENDPOINT" => Self::MoveQueryEndpoint,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(OperationType);
