using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Numerai.Storage.Postgres;

/// <summary>
/// A PostgreSQL server of our own: the machine's binaries, a data folder of its own, on loopback with a password. For trying a cluster
/// on one machine and for tests; a production cluster is given the address of a server that somebody looks after.
/// </summary>
public sealed class PrivatePostgres
{
    private const string User = "numerai";
    private const string PasswordFile = "password";
    private const string PortFile = "port";
    private const int MaximumConnections = 400;
    private const int LargestPool = 60;

    /// <summary>For those who look after the server.</summary>
    private const int SpareConnections = 10;

    private readonly PostgresProgram _program;
    private readonly string _folder;

    private PrivatePostgres(PostgresProgram program, string folder)
    {
        _program = program;
        _folder = folder;
    }

    public int Port => int.Parse(File.ReadAllText(Path.Combine(_folder, PortFile)), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    private string Log => Path.Combine(_folder, "log");

    /// <summary>The server kept in a folder; it is made by the first start.</summary>
    /// <exception cref="PostgresProgramException">There are no PostgreSQL binaries on this machine.</exception>
    public static PrivatePostgres In(string folder) => new(
        PostgresProgram.Find() ?? throw new PostgresProgramException(
            "PostgreSQL's programs (postgres, initdb, pg_ctl) are not on this machine; install the package 'postgresql', or name their "
            + $"folder in the environment variable {PostgresProgram.FolderVariable}."),
        Path.GetFullPath(folder));

    /// <summary>Starts the server and waits until it takes connections; does nothing when it runs.</summary>
    /// <param name="durable">Whether commits wait for the disk; tests do without.</param>
    public async Task StartAsync(bool durable = true)
    {
        if (await IsRunningAsync())
        {
            return;
        }

        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            await InitialiseAsync();
        }

        var fsync = durable ? "on" : "off";
        await _program.RunAsync(
            "pg_ctl", "start", "-s", "-w", "-D", Data, "-l", Log,
            "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections={MaximumConnections} -c "
                + $"fsync={fsync}");
    }

    /// <summary>Stops the server; open transactions are rolled back. Does nothing when it does not run.</summary>
    public async Task StopAsync()
    {
        if (await IsRunningAsync())
        {
            await _program.RunAsync("pg_ctl", "stop", "-s", "-w", "-m", "fast", "-D", Data);
        }
    }

    public async Task<bool> IsRunningAsync() =>
        File.Exists(Path.Combine(Data, "postmaster.pid")) && await _program.TryRunAsync("pg_ctl", "status", "-s", "-D", Data);

    /// <summary>For connecting to one of its databases, which is made when it is not there.</summary>
    /// <param name="name">Of the database.</param>
    /// <param name="processes">How many processes share the server's connections.</param>
    public async Task<string> DatabaseAsync(string name, int processes = 1)
    {
        await using var source = NpgsqlDataSource.Create(PostgresConnectionText.Of(ConnectionString("postgres"), PostgresUse.LongWork));
        await using var exists = source.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        exists.Parameters.AddWithValue(name);
        if ((long)(await exists.ExecuteScalarAsync())! == 0)
        {
            await using var create = source.CreateCommand($"CREATE DATABASE \"{name}\"");
            await create.ExecuteNonQueryAsync();
        }

        return ConnectionString(name, Math.Min(LargestPool, (MaximumConnections - SpareConnections) / Math.Max(1, processes)));
    }

    private string ConnectionString(string database, int connections = LargestPool) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = File.ReadAllText(Path.Combine(_folder, PasswordFile)),
        Database = database,
        MaxPoolSize = connections,
    }.ToString();

    private async Task InitialiseAsync()
    {
        Directory.CreateDirectory(_folder);
        var password = Path.Combine(_folder, PasswordFile);
        await File.WriteAllTextAsync(password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        await File.WriteAllTextAsync(Path.Combine(_folder, PortFile), FreePort().ToString(CultureInfo.InvariantCulture));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await _program.OwnAsync(_folder);
        await _program.RunAsync(
            "initdb", "-D", Data, "-U", User, "--auth=scram-sha-256", $"--pwfile={password}", "--encoding=UTF8", "--locale=C",
            "--no-instructions");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
