using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Tests.Actors;
using Numerai.Tournament.Treasury;

namespace Numerai.Tournament.Tests.Treasury;

/// <summary>
/// Every state of the treasury, times every command. A cell is the refusal's code; "=" for what is accepted and changes nothing; "fault"
/// for what only a bug asks for; else what it holds, what is set aside, and what was ever issued less paid and granted, in NMR.
/// </summary>
public sealed class TreasuryTransitionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly RoundId _round = new(TournamentId.Classic, 7);

    /// <summary>The state before a state, and the command that leads to it.</summary>
    private static readonly Dictionary<string, (string Before, string Command)?> _ways = new()
    {
        ["empty"] = null,
        ["minted"] = ("empty", "Mint/10"),
        ["emitted"] = ("empty", "Emit/due"),
        ["reserved"] = ("minted", "Reserve/5"),
        ["closed"] = ("reserved", "Close/4"),
        ["granting"] = ("minted", "ReserveGrants/6"),
        ["granted"] = ("granting", "CloseGrants"),
        ["both"] = ("granting", "Reserve/4"),
    };

    private static readonly TransitionTable _issues = new("""
        state    Mint/10 Mint/same-id-other-amount Mint/nothing   Mint/no-id      Emit/due Emit/earlier
        empty    10|0|10 11|0|11                   invalid_amount invalid_request 20|0|20  20|0|20
        minted   =       command_id_reused         invalid_amount invalid_request 30|0|30  30|0|30
        emitted  30|0|30 31|0|31                   invalid_amount invalid_request =        =
        reserved =       command_id_reused         invalid_amount invalid_request 25|5|30  25|5|30
        closed   =       command_id_reused         invalid_amount invalid_request 26|0|26  26|0|26
        granting =       command_id_reused         invalid_amount invalid_request 24|6|30  24|6|30
        granted  =       command_id_reused         invalid_amount invalid_request 24|0|24  24|0|24
        both     =       command_id_reused         invalid_amount invalid_request 20|10|30 20|10|30
        """);

    private static readonly TransitionTable _spends = new("""
        state    Reserve/5             Reserve/11            Close/4 Close/6 ReserveGrants/6       ReserveGrants/11      CloseGrants
        empty    treasury_insufficient treasury_insufficient fault   fault   treasury_insufficient treasury_insufficient =
        minted   5|5|10                treasury_insufficient fault   fault   4|6|10                treasury_insufficient =
        emitted  15|5|20               9|11|20               fault   fault   14|6|20               9|11|20               =
        reserved =                     =                     6|0|6   fault   treasury_insufficient treasury_insufficient =
        closed   =                     =                     =       =       0|6|6                 treasury_insufficient =
        granting treasury_insufficient treasury_insufficient fault   fault   =                     =                     4|0|4
        granted  treasury_insufficient treasury_insufficient fault   fault   treasury_insufficient treasury_insufficient =
        both     =                     =                     0|6|6   fault   =                     =                     0|4|4
        """);

    [Fact]
    public Task What_is_issued_is_issued_once() => _issues.CheckAsync(TryAsync, output);

    [Fact]
    public Task What_is_set_aside_is_there_and_is_set_aside_and_booked_once() => _spends.CheckAsync(TryAsync, output);

    [Fact]
    public void Every_command_and_state_has_its_place_in_the_tables()
    {
        TransitionTable.AssertHasEveryCommand(typeof(ITreasury), [nameof(ITreasury.GetAsync)], _issues, _spends);
        Assert.All([_issues, _spends], table => Assert.Equal(_ways.Keys, table.States));
    }

    private static async Task<string> TryAsync(string name, string command)
    {
        var row = await AtAsync(name);
        var (treasury, before) = (Actor(row), row.State);
        try
        {
            var first = await AskAsync(treasury, command);
            var (after, writes) = (row.State, row.Writes);
            var second = await AskAsync(treasury, command);

            Assert.True(row.Writes == writes, $"{name} {command}: asked twice it was done twice.");
            Assert.Equal(first.Refusal?.Code, second.Refusal?.Code);
            Assert.True(first.Accepted || ReferenceEquals(before, after), $"{name} {command}: refused and done.");
            return first.Refusal?.Code ?? (ReferenceEquals(before, after) ? "=" : Written(after!));
        }
        catch (InvalidOperationException)
        {
            Assert.Same(before, row.State);
            return "fault";
        }
    }

    private static async Task<MemoryRow<TreasuryState>> AtAsync(string name)
    {
        if (_ways[name] is not { } way)
        {
            return new MemoryRow<TreasuryState>(null);
        }

        var row = await AtAsync(way.Before);
        (await AskAsync(Actor(row), way.Command)).Require();
        return row;
    }

    private static TreasuryActor Actor(MemoryRow<TreasuryState> row) =>
        new("treasury", row, TestServices.At(_now, new MemoryObjects()));

    private static Task<Outcome<TreasuryView>> AskAsync(TreasuryActor treasury, string command) => command switch
    {
        "Mint/10" => treasury.MintAsync(new Mint("one", Nmr.FromNmr(10))),
        "Mint/same-id-other-amount" => treasury.MintAsync(new Mint("one", Nmr.FromNmr(11))),
        "Mint/nothing" => treasury.MintAsync(new Mint("two", Nmr.Zero)),
        "Mint/no-id" => treasury.MintAsync(new Mint(" ", Nmr.FromNmr(1))),
        "Emit/due" => treasury.EmitAsync([new Emission(TournamentId.Classic, _now, Nmr.FromNmr(20))]),
        "Emit/earlier" => treasury.EmitAsync([new Emission(TournamentId.Classic, _now.AddDays(-1), Nmr.FromNmr(20))]),
        "Reserve/4" => treasury.ReserveAsync(_round, Nmr.FromNmr(4)),
        "Reserve/5" => treasury.ReserveAsync(_round, Nmr.FromNmr(5)),
        "Reserve/11" => treasury.ReserveAsync(_round, Nmr.FromNmr(11)),
        "Close/4" => treasury.CloseAsync(_round, Nmr.FromNmr(4), Nmr.FromNmr(1)),
        "Close/6" => treasury.CloseAsync(_round, Nmr.FromNmr(6), Nmr.FromNmr(1)),
        "ReserveGrants/6" => treasury.ReserveGrantsAsync(3, Nmr.FromNmr(6)),
        "ReserveGrants/11" => treasury.ReserveGrantsAsync(3, Nmr.FromNmr(11)),
        "CloseGrants" => treasury.CloseGrantsAsync(3),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
    };

    private static string Written(TreasuryState state)
    {
        var aside = state.Reserved.Values.Concat(state.ReservedGrants.Values).Aggregate(Nmr.Zero, (sum, part) => sum + part);
        Assert.Equal(state.Minted - state.Paid - state.Granted, state.Balance + aside);
        return $"{state.Balance}|{aside}|{state.Balance + aside}";
    }
}
