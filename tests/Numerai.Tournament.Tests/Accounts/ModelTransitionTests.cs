using Numerai.Contracts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Tests.Actors;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>
/// Every state of a model, times every command. A cell is the refusal's code; "=" for what is accepted and changes nothing; else the
/// latest submission: its number and the round it is in, or "queued".
/// </summary>
public sealed class ModelTransitionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly ModelId _id = NamedUuid.Model(TournamentId.Classic, "alpha");
    private static readonly RoundId _round = new(TournamentId.Classic, 7);

    /// <summary>The state before a state, and the command that leads to it.</summary>
    private static readonly Dictionary<string, (string Before, string Command)?> _ways = new()
    {
        ["none"] = null,
        ["claimed"] = ("none", "Create/owner"),
        ["queued"] = ("claimed", "Submitted/2-queued"),
        ["in-round"] = ("claimed", "Submitted/2-in-round"),
        ["later"] = ("in-round", "Submitted/3-in-round"),
    };

    private static readonly TransitionTable _table = new("""
        state    Create/owner Create/other     Submitted/1-queued Submitted/2-queued Submitted/2-in-round Submitted/3-in-round
        none     claimed      claimed          model_not_found    model_not_found    model_not_found      model_not_found
        claimed  =            model_name_taken 1:queued           2:queued           2:8/7                3:8/7
        queued   =            model_name_taken =                  =                  2:8/7                3:8/7
        in-round =            model_name_taken =                  =                  =                    3:8/7
        later    =            model_name_taken =                  =                  =                    =
        """);

    [Fact]
    public Task A_name_is_claimed_once_and_the_latest_submission_is_never_an_earlier_one() => _table.CheckAsync(TryAsync, output);

    [Fact]
    public void Every_command_and_state_has_its_place_in_the_table()
    {
        TransitionTable.AssertHasEveryCommand(typeof(IModel), [nameof(IModel.GetAsync)], _table);
        Assert.Equal(_ways.Keys, _table.States);
    }

    private static async Task<string> TryAsync(string name, string command)
    {
        var row = await AtAsync(name);
        var (model, before) = (Actor(row), row.State);
        var first = await AskAsync(model, command);
        var (after, writes) = (row.State, row.Writes);
        var second = await AskAsync(model, command);

        Assert.True(row.Writes == writes, $"{name} {command}: asked twice it was done twice.");
        Assert.Equal(first, second);
        Assert.True(first.Accepted || ReferenceEquals(before, after), $"{name} {command}: refused and done.");
        return first.Refusal?.Code ?? (ReferenceEquals(before, after) ? "=" : Written(after!));
    }

    private static async Task<MemoryRow<ModelState>> AtAsync(string name)
    {
        if (_ways[name] is not { } way)
        {
            return new MemoryRow<ModelState>(null);
        }

        var row = await AtAsync(way.Before);
        (await AskAsync(Actor(row), way.Command)).Require();
        return row;
    }

    private static ModelActor Actor(MemoryRow<ModelState> row) => new($"{_id}", row, TestServices.At(_now, new MemoryObjects()));

    private static Task<Outcome<ModelView>> AskAsync(ModelActor model, string command) => command switch
    {
        "Create/owner" => model.CreateAsync(Claim("ada")),
        "Create/other" => model.CreateAsync(Claim("bob")),
        "Submitted/1-queued" => model.SubmittedAsync(Submission(1, null)),
        "Submitted/2-queued" => model.SubmittedAsync(Submission(2, null)),
        "Submitted/2-in-round" => model.SubmittedAsync(Submission(2, _round)),
        "Submitted/3-in-round" => model.SubmittedAsync(Submission(3, _round)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
    };

    private static ClaimModel Claim(string owner) => new(TournamentId.Classic, "alpha", NamedUuid.Account(owner), owner);

    /// <summary>Later ones have higher numbers.</summary>
    private static LatestSubmission Submission(byte number, RoundId? round) =>
        new(new SubmissionId(new Guid(number, 0, 0, new byte[8])), round, _now.AddMinutes(number));

    private static string Written(ModelState state) => state.Latest is not { } latest ? "claimed"
        : $"{latest.Id.Value.ToString("D")[7]}:{latest.Round?.ToString() ?? "queued"}";
}
