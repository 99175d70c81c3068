namespace Numerai.Data;

/// <summary>The stable codes of <see cref="DataFormatException"/>. A code never changes its meaning once released.</summary>
public static class DataErrorCodes
{
    public const string FileUnreadable = "file_unreadable";
    public const string FileTooLarge = "file_too_large";
    public const string ParquetCorrupt = "parquet_corrupt";
    public const string ParquetUnsupportedType = "parquet_unsupported_type";
    public const string CsvMalformed = "csv_malformed";
    public const string ColumnMissing = "column_missing";
    public const string UniverseDuplicate = "universe_duplicate";
    public const string UniverseEmpty = "empty_universe";
    public const string SubmissionEmpty = "empty_submission";
    public const string ColumnsOverlap = "columns_overlap";
    public const string ColumnWrongType = "column_wrong_type";
    public const string ColumnDuplicate = "column_duplicate";
    public const string TableRagged = "table_ragged";
    public const string PanelFileMissing = "panel_file_missing";
    public const string PanelEmpty = "panel_empty";
    public const string PanelShape = "panel_shape";
    public const string PanelDates = "panel_dates";
    public const string PanelDuplicateDate = "panel_duplicate_date";
    public const string PanelDuplicateSecurity = "panel_duplicate_security";
    public const string PanelPriceNotPositive = "panel_price_not_positive";
    public const string PanelVolumeNegative = "panel_volume_negative";
    public const string PanelValueNotFinite = "panel_value_not_finite";
    public const string PanelGap = "panel_gap";
    public const string PanelThinDay = "panel_thin_day";
    public const string PanelColumns = "panel_columns";
    public const string PanelTooShort = "panel_too_short";
    public const string PanelTooNarrow = "panel_too_narrow";
    public const string FeatureConstant = "feature_constant";
    public const string KeyFileInvalid = "key_file_invalid";
    public const string KeyFileExposed = "key_file_exposed";
    public const string KeyFileExists = "key_file_exists";
    public const string ReleaseExists = "release_exists";
    public const string ReleaseOptions = "release_options";
    public const string ReleaseDamaged = "release_damaged";
    public const string ReleaseHistoryChanged = "release_history_changed";
    public const string ReleaseNothingToAppend = "release_nothing_to_append";
    public const string MetaModelIncomplete = "meta_model_incomplete";
}
