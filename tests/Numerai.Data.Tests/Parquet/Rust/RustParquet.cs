using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Parquet.Rust;

/// <summary>
/// arrow-rs and polars behind Node, from the npm registry. They are installed once beside the test program; where Node or the registry is
/// missing, the tests that need them are skipped and say why.
/// </summary>
public sealed class RustParquet : IDisposable
{
    private static readonly string[] _packages = ["apache-arrow@21.2.0", "parquet-wasm@0.8.0", "nodejs-polars@0.26.1", Native + "@0.26.1"];
    private static readonly string _home = Path.Combine(AppContext.BaseDirectory, "node-parquet");
    private readonly TemporaryFolder _folder = new();
    private readonly string? _missing = Install();

    public RustParquet()
    {
        if (_missing is null)
        {
            var source = _folder.File("table.json");
            File.WriteAllText(source, ToJson(Table));
            Written = Run([Script, "write", source, Path.GetDirectoryName(source)!]);
        }
    }

    internal static Table Table { get; } = SampleTable.Create(1000);

    /// <summary>Names of the files that were written: who, encoding, codec, version of pages.</summary>
    public IReadOnlyList<string> Written { get; } = [];

    /// <summary>
    /// polars' machine code, named because npm leaves optional packages out where a registry does not say for which machine they are.
    /// </summary>
    private static string Native
    {
        get
        {
            var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            return "nodejs-polars-" + (OperatingSystem.IsWindows() ? $"win32-{processor}-msvc"
                : OperatingSystem.IsMacOS() ? $"darwin-{processor}" : $"linux-{processor}-gnu");
        }
    }

    private static string Script => Path.Combine(AppContext.BaseDirectory, "Parquet", "Rust", "cross-read.mjs");

    /// <summary>Ends the test as skipped when the packages could not be had.</summary>
    public void Require() => Assert.SkipWhen(_missing is not null, _missing ?? "");

    public string PathOf(string name) => _folder.File(name);

    /// <summary>
    /// What each of the two sees in the files: <c>file</c>, <c>reader</c>, <c>columns</c> and the metadata <c>pandas</c>.
    /// </summary>
    public static IEnumerable<JsonObject> Read(IReadOnlyList<string> paths) =>
        Run([Script, "read", .. paths]).Select(line => JsonNode.Parse(line)!.AsObject());

    /// <summary>
    /// A column's cells in the form that both sides write: text, true or false, numbers as text; null where one is missing.
    /// </summary>
    public static object?[] Cells(TableColumn column) => column switch
    {
        TableColumn<string> c => [.. c.Values],
        TableColumn<bool> c => Masked(c, value => value),
        TableColumn<sbyte> c => Masked(c, value => Number(value)),
        TableColumn<int> c => Masked(c, value => Number(value)),
        TableColumn<long> c => Masked(c, value => Number(value)),
        TableColumn<float> c => [.. c.Values.Select(value => float.IsNaN(value) ? null : Number((double)value))],
        TableColumn<double> c => [.. c.Values.Select(value => double.IsNaN(value) ? null : Number(value))],
        TableColumn<DateOnly> c => Masked(c, value => Number(value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)),
        TableColumn<DateTime> c => Masked(c, value => Number((value - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond)),
        _ => throw new ArgumentException(column.Name, nameof(column)),
    };

    public void Dispose() => _folder.Dispose();

    private static object?[] Masked<T>(TableColumn<T> column, Func<T, object> form) =>
        [.. column.Values.Select((value, row) => column.Missing is { } missing && missing[row] ? null : form(value))];

    private static string Number(IFormattable value) => value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture);

    private static string ToJson(Table table) => JsonSerializer.Serialize(
        table.Columns.Select(column => new { name = column.Name, type = column.Type.ToString(), values = Cells(column) }));

    private static string? Install()
    {
        if (_packages.All(package => Directory.Exists(Path.Combine(_home, "node_modules", package.Split('@')[0]))))
        {
            return null;
        }

        Directory.CreateDirectory(_home);
        try
        {
            File.WriteAllText(Path.Combine(_home, "package.json"), "{\"private\":true}");
            Start(
                "npm",
                ["install", "--no-audit", "--no-fund", "--no-package-lock", "--fetch-retries=1", "--fetch-timeout=30000", .. _packages]);
            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "arrow-rs and polars were not cross-read: they need Node, npm and its registry "
                + $"({error.Message.Split('\n')[0].Trim()}).";
        }
    }

    private static string[] Run(string[] arguments) =>
        Start("node", arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }
}
