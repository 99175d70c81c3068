namespace Numerai.Tournament.Tests;

/// <summary>
/// A table that a person reads: a row for each state an actor can be in, a column for each command, in each cell what comes of it. The
/// first line names the commands, as METHOD or METHOD/VARIANT. Cells have no blanks; the widths of columns say nothing.
/// </summary>
internal sealed class TransitionTable
{
    private readonly string[][] _lines;

    public TransitionTable(string text) => _lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length > 0)];

    public IEnumerable<string> Commands => _lines[0].Skip(1);

    public IEnumerable<string> States => _lines.Skip(1).Select(line => line[0]);

    /// <summary>Tries every command in every state; what came of it has to be the table, line by line.</summary>
    public async Task CheckAsync(Func<string, string, Task<string>> outcome, ITestOutputHelper output)
    {
        var came = new List<string[]> { _lines[0] };
        foreach (var state in States)
        {
            var cells = new List<string> { state };
            foreach (var command in Commands)
            {
                cells.Add(await outcome(state, command));
            }

            came.Add([.. cells]);
        }

        output.WriteLine(Written(came));
        Assert.Equal(Written(_lines), Written(came));
    }

    /// <summary>Every command of a contract has a column in one of the tables, and no column is without a command.</summary>
    /// <param name="contract">An actor's contract, or the class of its decisions.</param>
    /// <param name="questions">Methods that decide nothing.</param>
    /// <param name="tables">The tables that have the columns.</param>
    public static void AssertHasEveryCommand(Type contract, string[] questions, params TransitionTable[] tables) => Assert.Equal(
        contract.GetMethods().Where(method => method.DeclaringType == contract).Select(method => method.Name).Except(questions)
            .Select(name => name.EndsWith("Async", StringComparison.Ordinal) ? name[..^"Async".Length] : name)
            .Order(StringComparer.Ordinal),
        tables.SelectMany(table => table.Commands).Select(command => command.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Every value of an enum is met in some state.</summary>
    public static void AssertMeetsEvery<TValue>(IEnumerable<TValue?> met)
        where TValue : struct, Enum => Assert.Empty(Enum.GetValues<TValue>().Except(met.OfType<TValue>()));

    private static string Written(IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines.Max(line => line.Length))
            .Select(column => lines.Max(line => column < line.Length ? line[column].Length : 0)).ToList();
        return string.Join('\n', lines.Select(
            line => string.Join(' ', line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
