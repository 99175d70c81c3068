using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Tests.Actors;
using Numerai.Tournament.Tests.Automation;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Tests.Universes;

/// <summary>
/// Every state of a universe, times every command. A cell is the refusal's code; "=" for what is accepted and changes nothing; else the
/// live file it is made of, and the round that stands on it.
/// </summary>
public sealed class UniverseTransitionTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The state before a state, and the command that leads to it.</summary>
    private static readonly Dictionary<string, (string Before, string Command)?> _ways = new()
    {
        ["none"] = null,
        ["published"] = ("none", "Publish/one"),
        ["replaced"] = ("published", "Publish/replace-by-two"),
        ["fixed"] = ("published", "FixFor/7"),
    };

    private static readonly TransitionTable _publishing = new("""
        state     Publish/one     Publish/two     Publish/replace-by-one Publish/replace-by-two Publish/replace-by-missing
        none      one             two             one                    two                    dataset_not_found
        published =               universe_exists =                      two                    dataset_not_found
        replaced  universe_exists =               one                    =                      dataset_not_found
        fixed     =               universe_exists =                      universe_exists        universe_exists
        """);

    private static readonly TransitionTable _standing = new("""
        state     FixFor/7          FixFor/8
        none      universe_not_found universe_not_found
        published one:7              one:8
        replaced  two:7              two:8
        fixed     =                  =
        """);

    private readonly ITestOutputHelper _output;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-universe-");
    private readonly SubmissionSettings _format = TournamentDefaults.Of(TournamentId.Signals).Submission with { MinimumRows = null };

    public UniverseTransitionTests(ITestOutputHelper output)
    {
        _output = output;
        foreach (var name in (string[])["one", "two"])
        {
            ParquetFile.Write(
                Path.Combine(_folder.FullName, name),
                new Table([new TableColumn<string>(_format.KeyColumns[0], [$"A{name}", $"B{name}"])]));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task A_universe_is_published_replaced_while_no_round_stands_on_it_and_then_fixed() => _publishing.CheckAsync(TryAsync, _output);

    [Fact]
    public Task The_first_round_that_stands_on_a_universe_is_kept() => _standing.CheckAsync(TryAsync, _output);

    [Fact]
    public void Every_command_and_state_has_its_place_in_the_publishing()
    {
        TransitionTable.AssertHasEveryCommand(typeof(IUniverse), [nameof(IUniverse.GetAsync)], _publishing, _standing);
        Assert.All([_publishing, _standing], table => Assert.Equal(_ways.Keys, table.States));
    }

    private async Task<string> TryAsync(string name, string command)
    {
        var row = await AtAsync(name);
        var (universe, before) = (Actor(row), row.State);
        var first = await AskAsync(universe, command);
        var (after, writes) = (row.State, row.Writes);
        var second = await AskAsync(universe, command);

        Assert.True(row.Writes == writes, $"{name} {command}: asked twice it was done twice.");
        Assert.Equal(first.Refusal?.Code, second.Refusal?.Code);
        Assert.True(first.Accepted || ReferenceEquals(before, after), $"{name} {command}: refused and done.");
        return first.Refusal?.Code ?? (ReferenceEquals(before, after) ? "="
            : $"{after!.Published.LiveDataset}{(after.Round is { } round ? $":{round}" : string.Empty)}");
    }

    private async Task<MemoryRow<UniverseState>> AtAsync(string name)
    {
        if (_ways[name] is not { } way)
        {
            return new MemoryRow<UniverseState>(null);
        }

        var row = await AtAsync(way.Before);
        (await AskAsync(Actor(row), way.Command)).Require();
        return row;
    }

    private UniverseActor Actor(MemoryRow<UniverseState> row) => new(
        "11/2026-02-03",
        row,
        TestServices.At(_now, new MemoryObjects(), datasets: Fake<IDatasetStore>.Of((_, arguments) =>
            Task.FromResult(Path.Combine(_folder.FullName, (string)arguments[0]!) is var path && File.Exists(path) ? path : null))));

    private Task<Outcome<UniverseView>> AskAsync(UniverseActor universe, string command) => command switch
    {
        "Publish/one" => universe.PublishAsync(Publish("one")),
        "Publish/two" => universe.PublishAsync(Publish("two")),
        "Publish/replace-by-one" => universe.PublishAsync(Publish("one") with { Replace = true }),
        "Publish/replace-by-two" => universe.PublishAsync(Publish("two") with { Replace = true }),
        "Publish/replace-by-missing" => universe.PublishAsync(Publish("missing") with { Replace = true }),
        "FixFor/7" => universe.FixForAsync(7),
        "FixFor/8" => universe.FixForAsync(8),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
    };

    private PublishUniverse Publish(string live) => new(live, null, null, _format);
}
