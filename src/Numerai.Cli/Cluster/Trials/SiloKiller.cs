namespace Numerai.Cli.Cluster.Trials;

/// <summary>
/// Kills or freezes silos of a cluster one after the other, each at a moment of chance, and starts them again; stops the database once.
/// </summary>
internal sealed class SiloKiller(LocalCluster cluster, TrialPlan plan, TimeProvider time)
{
    private readonly Random _random = new(plan.Seed);

    public int Kills { get; private set; }

    public int Freezes { get; private set; }

    public bool DatabaseStopped { get; private set; }

    /// <summary>Until the planned numbers are reached, or cancelled; then everything is up.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (Kills < plan.Kills || Freezes < plan.Freezes)
            {
                await Task.Delay(plan.KillEvery * (0.5 + _random.NextDouble()), time, cancellation);
                var silo = cluster.Silos[_random.Next(cluster.Silos.Count)];
                if (Freezes < plan.Freezes)
                {
                    await FreezeAsync(silo, cancellation);
                }
                else if (silo.Kill())
                {
                    Kills++;
                }

                if (plan.DatabaseStop > TimeSpan.Zero && !DatabaseStopped && Freezes == plan.Freezes && Kills * 2 >= plan.Kills)
                {
                    await cluster.StopDatabaseAsync(plan.DatabaseStop, cancellation);
                    DatabaseStopped = true;
                }

                await cluster.UpAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The rounds are over before the kills were.
        }

        await cluster.UpAsync(CancellationToken.None);
    }

    private async Task FreezeAsync(SiloProcess silo, CancellationToken cancellation)
    {
        if (!await silo.FreezeAsync())
        {
            return;
        }

        Freezes++;
        try
        {
            await Task.Delay(plan.FreezeFor, time, cancellation);
        }
        finally
        {
            await silo.ThawAsync();
        }
    }
}
