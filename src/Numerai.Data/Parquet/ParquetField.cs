using Numerai.Data.Tables;

namespace Numerai.Data.Parquet;

/// <summary>One field of a Parquet file as its writer named it, whether it is read or not.</summary>
/// <param name="Name">The field's own name, without what lies inside of it.</param>
/// <param name="Type">The type it is read as; null when it is not read.</param>
/// <param name="Kind">What the file calls its type, for a message.</param>
public sealed record ParquetField(string Name, ColumnType? Type, string Kind);
