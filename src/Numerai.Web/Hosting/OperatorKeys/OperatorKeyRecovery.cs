using Numerai.Contracts;
using Numerai.Storage.Actors;
using Numerai.Storage.Files;
using Numerai.Storage.Postgres;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>
/// A new key for an operator who has none any more. Whoever holds the data and the server's secret is the operator, so no key is asked for;
/// but nothing may run on the data meanwhile, since a running actor would not see its row change.
/// </summary>
public static class OperatorKeyRecovery
{
    private const string KeyName = "operator's key, recovered";
    private const string FileNotFound = "file_not_found";
    private const string ClusterInUse = "cluster_in_use";

    /// <summary>For the data folder of a stopped single-machine server.</summary>
    /// <param name="folder">What the server was given as its data folder.</param>
    /// <param name="url">The server's address for the new file; null keeps that of the old one.</param>
    /// <exception cref="DataFolderInUseException">A server runs on the folder.</exception>
    public static async Task<Outcome<RecoveredKey>> InFolderAsync(string folder, string? url)
    {
        var path = Path.GetFullPath(folder);
        foreach (var name in new[] { SqliteStores.DatabaseName, ServerSecrets.FileName })
        {
            if (!File.Exists(Path.Combine(path, name)))
            {
                return new Refusal(
                    FileNotFound,
                    $"'{path}' has no {name}, which a server's data folder has; name the folder that `numerai serve --data` was given, "
                    + "or restore it from a backup.");
            }
        }

        await using var stores = SqliteStores.OpenFolder(path, SqliteDurability.Power);
        return await ReplaceAsync(
            stores.Rows, ServerSecrets.Read(Path.Combine(path, ServerSecrets.FileName)), Path.Combine(path, OperatorKey.FileName), url);
    }

    /// <summary>For the database of a cluster of which no silo runs.</summary>
    /// <param name="postgreSql">How to connect.</param>
    /// <param name="secrets">What the silos share.</param>
    /// <param name="file">Where the new key goes.</param>
    /// <param name="url">The cluster's address for the new file; null keeps that of the old one.</param>
    /// <exception cref="Storage.DatabaseRefusedException">The database can't be used.</exception>
    public static async Task<Outcome<RecoveredKey>> InClusterAsync(string postgreSql, ServerSecrets secrets, string file, string? url)
    {
        await PostgresReadiness.WaitAsync(postgreSql, TimeSpan.Zero, TimeProvider.System, _ => Task.CompletedTask);
        if (await PostgresSilos.AliveAsync(postgreSql) is { Count: > 0 } alive)
        {
            return new Refusal(
                ClusterInUse,
                $"Silos run on this database ({string.Join(", ", alive)}); stop them all first. One that was killed counts as running "
                + $"for {PostgresSilos.SilentWhenGone.TotalMinutes} minutes.");
        }

        await using var database = await PostgresDatabase.OpenAsync(postgreSql);
        return await ReplaceAsync(new SqlActorRows(database.Concurrent), secrets, Path.GetFullPath(file), url);
    }

    private static async Task<Outcome<RecoveredKey>> ReplaceAsync(IActorRows rows, ServerSecrets secrets, string file, string? url)
    {
        var account = NamedUuid.Account(OperatorKey.Username);
        if (await rows.ReadAsync<ParticipantState>(ActorKinds.Participant, account.ToString()) is not { } row)
        {
            return new Refusal(
                RefusalCodes.AccountNotFound,
                "The database has no operator yet; start the server, whose first start makes the operator's key.");
        }

        var (command, secret) = new ApiKeys(secrets).Make(account, null, KeyName, Scopes.All).Require();
        var (next, revoked) = StoredAccount.WithOnlyKey(row.Value, command);
        var content = new OperatorKeyFile(url ?? OldUrl(file), command.PublicId, secret).ToJson();
        try
        {
            await PrivateFile.ReplaceAfterAsync(
                file, content, () => rows.WriteAsync(ActorKinds.Participant, account.ToString(), row.Version, next));
        }
        catch (VersionConflictException)
        {
            return new Refusal(
                ClusterInUse, "A silo that started meanwhile has changed the operator's account; stop it and run this again.");
        }

        return new RecoveredKey(file, command.PublicId, [.. revoked.Select(key => key.Name)]);
    }

    /// <summary>A file that can't be read any more must not keep anybody from replacing it.</summary>
    private static string? OldUrl(string file)
    {
        try
        {
            return OperatorKeyFile.Read(file)?.Url;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
