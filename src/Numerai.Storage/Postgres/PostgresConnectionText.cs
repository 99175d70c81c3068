using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>
/// What connections are opened with, from what the operator wrote. Every connection of a server is opened with a text from here.
/// </summary>
public static class PostgresConnectionText
{
    /// <summary>The least that <c>Maximum Pool Size</c> may be, so that every use has connections.</summary>
    public const int LeastBudget = 12;

    private const int LargestShare = 8;
    private const int SmallestShare = 2;

    /// <summary>Uses beside <see cref="PostgresUse.Stores"/>, which gets what they leave.</summary>
    private const int OtherUses = 3;

    /// <summary>
    /// <c>Maximum Pool Size</c> is how many connections the process has in all; each use has its share. What the operator wrote about time
    /// limits (<c>Options=-c ...</c>, which count after ours) and signs of life stays as written. Encryption by Kerberos only where it is
    /// asked for: looking for it writes two lines of a missing library to the error stream in containers that lack that library.
    /// </summary>
    public static string Of(string written, PostgresUse use = PostgresUse.Stores)
    {
        var settings = new NpgsqlConnectionStringBuilder(written);
        var limits = PostgresLimits.Of(use);
        SetUnlessWritten(settings, "GSS Encryption Mode", GssEncryptionMode.Disable);
        SetUnlessWritten(settings, "Keepalive", PostgresLimits.SecondsOfSilence);
        SetUnlessWritten(settings, "Tcp Keepalive", true);
        if (settings.TcpKeepAlive)
        {
            SetUnlessWritten(settings, "Tcp Keepalive Time", PostgresLimits.SecondsOfSilence);
            SetUnlessWritten(settings, "Tcp Keepalive Interval", PostgresLimits.SecondsBetweenProbes);
        }

        if (use == PostgresUse.LongWork)
        {
            settings.CommandTimeout = limits.CommandTimeoutSeconds;
        }
        else
        {
            SetUnlessWritten(settings, "Command Timeout", limits.CommandTimeoutSeconds);
        }

        settings.Options = use == PostgresUse.LongWork
            ? $"{settings.Options} {limits.Options}".Trim()
            : $"{limits.Options} {settings.Options}".Trim();
        settings.MaxPoolSize = ShareOf(use, settings.MaxPoolSize);
        settings.MinPoolSize = use == PostgresUse.Stores ? Math.Min(settings.MinPoolSize, settings.MaxPoolSize) : 0;
        settings.ApplicationName = NameOf(use, settings.ApplicationName);
        return settings.ConnectionString;
    }

    /// <summary>Connections of one use; the shares of all uses add up to the budget.</summary>
    public static int ShareOf(PostgresUse use, int budget)
    {
        var share = Math.Clamp(budget / 10, SmallestShare, LargestShare);
        return use == PostgresUse.Stores ? Math.Max(1, budget - (OtherUses * share)) : share;
    }

    /// <summary>As <c>pg_stat_activity</c> shows it.</summary>
    private static string NameOf(PostgresUse use, string? written)
    {
        var name = string.IsNullOrEmpty(written) ? "numerai" : written;
        return use switch
        {
            PostgresUse.LongWork => $"{name} long work",
            PostgresUse.Membership => $"{name} membership",
            PostgresUse.Reminders => $"{name} reminders",
            _ => name,
        };
    }

    private static void SetUnlessWritten(NpgsqlConnectionStringBuilder settings, string name, object value)
    {
        if (!settings.ShouldSerialize(name))
        {
            settings[name] = value;
        }
    }
}
