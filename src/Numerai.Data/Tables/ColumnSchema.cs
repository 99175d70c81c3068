namespace Numerai.Data.Tables;

/// <summary>Name and type of a column.</summary>
/// <param name="Name">Column name, unique in its table.</param>
/// <param name="Type">Type of its values.</param>
public sealed record ColumnSchema(string Name, ColumnType Type);
