using System.Data.Common;

namespace Numerai.Storage.Projections;

/// <summary>One prepared statement, run once a row; for tables that get tens of thousands of rows at a time.</summary>
internal sealed class BulkInsert : IDisposable
{
    private readonly DbCommand _command;

    public BulkInsert(DbConnection connection, string statement, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = statement;
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs the statement with values in the order of the parameters.</summary>
    public async Task AddAsync(params object?[] values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            _command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }

        await _command.ExecuteNonQueryAsync();
    }

    public void Dispose() => _command.Dispose();
}
