using System.Data.Common;
using Dapper;
using Numerai.Contracts;

namespace Numerai.Storage.Projections;

/// <summary>One transaction on the read tables, with the numbers of the models and scores it has met.</summary>
internal sealed class ProjectionTables(DbConnection connection)
{
    private const string SelectModel = "SELECT number FROM models WHERE id = @id";

    private const string InsertModel = "INSERT INTO models (id) VALUES (@id) RETURNING number";

    private const string SelectScore = "SELECT number FROM score_names WHERE name = @name";

    private const string InsertScore = "INSERT INTO score_names (name) VALUES (@name) RETURNING number";

    private readonly Dictionary<ModelId, long> _models = [];
    private readonly Dictionary<string, long> _scores = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public Task<int> ExecuteAsync(string statement, object parameters) => connection.ExecuteAsync(statement, parameters);

    /// <summary>A model's number. Events of different actors come in any order, so a model may be met before it is created.</summary>
    public async Task<long> NumberOfAsync(ModelId model)
    {
        if (!_models.TryGetValue(model, out var number))
        {
            var id = model.ToString();
            number = await connection.ExecuteScalarAsync<long?>(SelectModel, new { id })
                ?? await connection.ExecuteScalarAsync<long>(InsertModel, new { id });
            _models.Add(model, number);
        }

        return number;
    }

    public async Task<long> NumberOfAsync(string score)
    {
        if (!_scores.TryGetValue(score, out var number))
        {
            number = await connection.ExecuteScalarAsync<long?>(SelectScore, new { name = score })
                ?? await connection.ExecuteScalarAsync<long>(InsertScore, new { name = score });
            _scores.Add(score, number);
        }

        return number;
    }
}
