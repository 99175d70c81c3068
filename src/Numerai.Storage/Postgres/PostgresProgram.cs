using System.Diagnostics;

namespace Numerai.Storage.Postgres;

/// <summary>PostgreSQL's programs on this machine. They refuse to run as root, so root runs them as another user.</summary>
internal sealed class PostgresProgram
{
    public const string FolderVariable = "NUMERAI_POSTGRES_BIN";

    private readonly string _folder;
    private readonly string? _user;

    private PostgresProgram(string folder, string? user)
    {
        _folder = folder;
        _user = user;
    }

    /// <summary>
    /// Looks in the folder that the environment names, on the path, and where distributions put them; null when they are nowhere.
    /// </summary>
    public static PostgresProgram? Find()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var versions = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
            : [];
        var folder = path.Prepend(Environment.GetEnvironmentVariable(FolderVariable) ?? string.Empty).Concat(versions).FirstOrDefault(
            candidate =>
                candidate.Length > 0
                    && Array.TrueForAll(["postgres", "initdb", "pg_ctl"], name => File.Exists(Path.Combine(candidate, name))));
        return folder is null ? null : new PostgresProgram(folder, Environment.UserName == "root" ? OtherUser() : null);
    }

    /// <exception cref="PostgresProgramException">It did not succeed; its errors are on the console.</exception>
    public async Task RunAsync(string program, params string[] arguments)
    {
        if (!await TryRunAsync(program, arguments))
        {
            throw new PostgresProgramException(
                $"PostgreSQL's {program} {arguments[0]} did not succeed{(_user is null ? string.Empty : $" as user {_user}")}; what it "
                    + "says is above.");
        }
    }

    public async Task<bool> TryRunAsync(string program, params string[] arguments) => await TryAsync(
        _user is null
            ? [Path.Combine(_folder, program), .. arguments]
            : ["runuser", "-u", _user, "--", Path.Combine(_folder, program), .. arguments]);

    /// <summary>Hands a folder to the user that the programs run as.</summary>
    public async Task OwnAsync(string folder)
    {
        if (_user is not null && !await TryAsync(["chown", "-R", _user, folder]))
        {
            throw new PostgresProgramException(
                $"The folder '{folder}' could not be handed to the user {_user}; choose another data folder.");
        }
    }

    private static string OtherUser()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return users.Contains("postgres") ? "postgres" : "nobody";
    }

    /// <summary>Output is not read to its end: a server that is started holds the pipe open, and its starter would wait for ever.</summary>
    private static async Task<bool> TryAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = "/", RedirectStandardOutput = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
