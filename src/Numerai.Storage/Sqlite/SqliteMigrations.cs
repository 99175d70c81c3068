using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Numerai.Storage.Sqlite;

/// <summary>Brings a database to the newest schema: the embedded files NNNN_name.sql, in order, each in its own transaction.</summary>
internal static class SqliteMigrations
{
    public static void Apply(SqliteConnection connection)
    {
        var files = Files();
        var current = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (current > files.Count)
        {
            throw new DatabaseRefusedException(
                DatabaseRefusedException.Unfit,
                $"The database has schema {current}, this program knows schemas up to {files.Count}; start the newer program that wrote "
                    + "it.");
        }

        foreach (var (number, name) in files.Where(file => file.Number > current))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Text(name), transaction: transaction);
            connection.Execute($"PRAGMA user_version = {number}", transaction: transaction);
            transaction.Commit();
        }
    }

    private static List<(int Number, string Name)> Files()
    {
        var names = typeof(SqliteMigrations).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var files = names.Select(name => (Number: int.Parse(name.AsSpan(0, 4)), Name: name)).ToList();
        var gap = files.FindIndex(file => file.Number != files.IndexOf(file) + 1);
        return gap < 0 ? files : throw new InvalidOperationException($"Migration {files[gap].Name} does not follow the one before it.");
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
