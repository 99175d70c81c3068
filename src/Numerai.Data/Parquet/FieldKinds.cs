using ParquetSharp;

namespace Numerai.Data.Parquet;

/// <summary>What a column of a type that is not read is called in a refusal.</summary>
internal static class FieldKinds
{
    public static string Of(ColumnDescriptor column)
    {
        if (column.MaxRepetitionLevel > 0)
        {
            return "list";
        }

        if (column.Path.ToDotVector().Length > 1)
        {
            return "struct";
        }

        using var logical = column.LogicalType;
        return logical switch
        {
            IntLogicalType { IsSigned: false } whole => $"unsigned integer of {whole.BitWidth} bits",
            DecimalLogicalType number => $"decimal({number.Precision}, {number.Scale})",
            { Type: LogicalTypeEnum.None } => column.PhysicalType.ToString().ToLowerInvariant(),
            _ => logical.Type.ToString().ToLowerInvariant(),
        };
    }
}
