namespace Numerai.Cli.Cluster.Trials;

/// <summary>What a trial runs. The same plan gives the same numbers on every host.</summary>
/// <param name="Rows">Live ids a round.</param>
/// <param name="Days">Scoring days a round.</param>
/// <param name="Kills">Silos to kill while it runs, each started again.</param>
/// <param name="KillEvery">Between one silo being up again and the next kill.</param>
/// <param name="Freezes">Silos to freeze in the middle of what they do, each for a while.</param>
/// <param name="FreezeFor">That while.</param>
/// <param name="DatabaseStop">How long PostgreSQL is stopped in the middle; zero for never.</param>
internal sealed record TrialPlan(
    int Models, int Rounds, int Rows, int Days, int ShardSize, int Kills, TimeSpan KillEvery, int Freezes, TimeSpan FreezeFor,
    TimeSpan DatabaseStop, int Seed)
{
    /// <summary>As many as one account may have.</summary>
    public const int ModelsPerAccount = 10;

    public int Accounts => (Models + ModelsPerAccount - 1) / ModelsPerAccount;

    public static string Account(int number) => $"trial-{number}";

    public static string Model(int number) => $"trial-model-{number}";

    public IEnumerable<int> ModelsOf(int account) =>
        Enumerable.Range(account * ModelsPerAccount, Math.Min(ModelsPerAccount, Models - (account * ModelsPerAccount)));
}
