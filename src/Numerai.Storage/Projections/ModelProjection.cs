using Numerai.Tournament.Actors;

namespace Numerai.Storage.Projections;

internal static class ModelProjection
{
    private const string Create = """
        UPDATE models SET tournament = @tournament, name = @name, owner = @owner, username = @username, created = @created
        WHERE number = @number
        """;

    private const string ChangeStake = "UPDATE models SET stake = @stake, pending = @pending WHERE number = @number";

    public static async Task CreateAsync(ProjectionTables tables, ModelCreated created, DateTimeOffset time) => await tables.ExecuteAsync(
        Create,
        new
        {
            number = await tables.NumberOfAsync(created.Model),
            tournament = created.Tournament.Number,
            name = created.Name,
            owner = created.Owner.ToString(),
            username = created.Username,
            created = StoredTime.Write(time),
        });

    public static async Task ChangeStakeAsync(ProjectionTables tables, StakeChanged changed) => await tables.ExecuteAsync(
        ChangeStake,
        new
        {
            number = await tables.NumberOfAsync(changed.Model),
            stake = changed.Active.ToString(),
            pending = changed.Pending.ToString(),
        });
}
