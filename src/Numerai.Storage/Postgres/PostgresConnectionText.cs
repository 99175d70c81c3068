using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>What connections are opened with, from what the operator wrote.</summary>
public static class PostgresConnectionText
{
    private const string Kerberos = "GSS Encryption Mode";

    /// <summary>
    /// Encryption by Kerberos only where it is asked for: looking for it writes two lines of a missing library to the error stream in
    /// containers that lack that library.
    /// </summary>
    public static string Of(string written)
    {
        var settings = new NpgsqlConnectionStringBuilder(written);
        if (!settings.ShouldSerialize(Kerberos))
        {
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        return settings.ConnectionString;
    }
}
