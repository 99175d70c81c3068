using System.Data.Common;
using Npgsql;

namespace Numerai.Storage;

/// <summary>What databases say in different words.</summary>
internal static class SqlDialect
{
    /// <summary>The condition that a column is one of a list, which Npgsql passes as an array and others as that many parameters.</summary>
    public static string OneOf(DbConnection connection, string column, string parameter) =>
        connection is NpgsqlConnection ? $"{column} = ANY({parameter})" : $"{column} IN {parameter}";
}
