using System.Net;
using Npgsql;
using Numerai.Silo.Joining;
using Numerai.Silo.Platform;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Actors.Clocks;

namespace Numerai.Silo.Hosting;

/// <summary>Says what is wrong with settings before anything is started.</summary>
public static class SiloSettingsCheck
{
    private const int SecretCharacters = 64;

    /// <summary>Sentences; none when the silo can start.</summary>
    public static IReadOnlyList<string> Check(SiloSettings settings)
    {
        var wrong = new List<string>();
        if (settings.Mode == SiloMode.Cluster)
        {
            CheckCluster(settings, wrong);
        }

        if (string.IsNullOrWhiteSpace(settings.ClusterId) || string.IsNullOrWhiteSpace(settings.ServiceId))
        {
            wrong.Add("Silo:ClusterId and Silo:ServiceId are not empty; silos with the same ids form one cluster.");
        }

        if (settings.SiloPort is < 0 or > 65535)
        {
            wrong.Add($"Silo:SiloPort is {settings.SiloPort}; it lies between 0 (a free one) and 65535.");
        }

        if (settings.VirtualClock >= VirtualClock.End)
        {
            wrong.Add($"Silo:VirtualClock is {settings.VirtualClock:O}; a virtual clock starts before {VirtualClock.End:O}.");
        }

        _ = SiloTls.Load(settings, TimeProvider.System, wrong);

        if (settings.OtlpEndpoint is { } otlp && !Uri.TryCreate(otlp, UriKind.Absolute, out _))
        {
            wrong.Add($"Silo:OtlpEndpoint is '{otlp}'; it is an address such as http://localhost:4317, or absent.");
        }

        if (settings.DrainTimeout < TimeSpan.Zero || settings.DrainTimeout > TimeSpan.FromMinutes(10))
        {
            wrong.Add($"Silo:DrainTimeout is {settings.DrainTimeout}; it lies between 0 and 10 minutes.");
        }

        if (settings.DatabasePatience < TimeSpan.Zero)
        {
            wrong.Add($"Silo:DatabasePatience is {settings.DatabasePatience}; it is zero or longer.");
        }

        if (settings.CheckpointInterval <= TimeSpan.Zero)
        {
            wrong.Add($"Silo:CheckpointInterval is {settings.CheckpointInterval}; it is longer than zero.");
        }

        if (settings.TickEvery < TimeSpan.FromSeconds(1) || settings.TickEvery > TimeSpan.FromHours(1))
        {
            wrong.Add($"Silo:TickEvery is {settings.TickEvery}; due rounds are looked for once in a second to an hour.");
        }

        if (settings.FeedStall <= TimeSpan.Zero || settings.FeedTotal <= TimeSpan.Zero || settings.FeedTotal > TimeSpan.FromDays(1))
        {
            wrong.Add(
                $"Silo:FeedStall is {settings.FeedStall} and Silo:FeedTotal {settings.FeedTotal}; both are longer than zero, and "
                    + "FeedTotal is at most a day.");
        }

        if (settings.SimulationsAtOnce is < 1 or > 1024)
        {
            wrong.Add($"Silo:SimulationsAtOnce is {settings.SimulationsAtOnce}; it lies between 1 and 1024.");
        }

        wrong.AddRange(PlatformFactory.WebOptions(settings).Check());
        return wrong;
    }

    private static void CheckCluster(SiloSettings settings, List<string> wrong)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(settings.PostgreSql);
            CheckPools(connection, wrong);
            if (string.IsNullOrEmpty(connection.Host))
            {
                wrong.Add("Silo:PostgreSql names no Host; a connection string is like "
                    + "Host=db;Database=numerai;Username=numerai;Password=...");
            }
        }
        catch (ArgumentException fault)
        {
            wrong.Add($"Silo:PostgreSql is no connection string: {fault.Message}");
        }

        if (settings.VirtualClock is not null)
        {
            wrong.Add("Silo:VirtualClock goes with a silo of one: "
                + "the silos of a cluster could not agree on a clock that is moved by hand.");
        }

        if (settings.Secret is null || settings.Secret.Length != SecretCharacters || !settings.Secret.All(char.IsAsciiHexDigit))
        {
            wrong.Add(
                $"Silo:Secret is {(settings.Secret is null ? "missing" : "malformed")}; it is {SecretCharacters} hexadecimal characters, "
                + "the same on every silo, such as `openssl rand -hex 32` makes.");
        }

        if (settings.AdvertisedAddress is { } address && !IPAddress.TryParse(address, out _))
        {
            wrong.Add($"Silo:AdvertisedAddress is '{address}'; it is an IP address that other silos reach this one at, or absent.");
        }
    }

    private static void CheckPools(NpgsqlConnectionStringBuilder connection, List<string> wrong)
    {
        if (!connection.Pooling)
        {
            wrong.Add("Silo:PostgreSql says Pooling=false; without a pool nothing bounds the connections of a silo, so leave that out.");
        }

        if (connection.MaxPoolSize < PostgresConnectionText.LeastBudget)
        {
            wrong.Add(
                $"Silo:PostgreSql says Maximum Pool Size={connection.MaxPoolSize}; a silo needs at least "
                    + $"{PostgresConnectionText.LeastBudget} connections.");
        }
    }
}
