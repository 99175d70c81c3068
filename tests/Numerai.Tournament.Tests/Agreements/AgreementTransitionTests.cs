using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using static Numerai.Tournament.Tests.Agreements.AgreementBooks;

namespace Numerai.Tournament.Tests.Agreements;

/// <summary>Every state of a griefing agreement, times every action, times every caller.</summary>
public sealed class AgreementTransitionTests(ITestOutputHelper output)
{
    private static readonly (string Name, AccountId Account)[] _callers = [
        ("staker", Staker), ("counterparty", Counterparty), ("stranger", Stranger)];

    /// <summary>
    /// What is allowed, written down a second time: "phase action caller -> phase afterwards". Amounts are 1 of a stake of 10.
    /// </summary>
    private static readonly string[] _allowed =
    [
        "Created Deposit staker -> Active",
        "Active Deposit staker -> Active",
        "Active Reward counterparty -> Active",
        "Active Release counterparty -> Active",
        "Active Punish counterparty -> Active",
        "Active StartCountdown staker -> CountingDown (countdown)",
        "CountingDown Deposit staker -> CountingDown (countdown)",
        "CountingDown Reward counterparty -> CountingDown (countdown)",
        "CountingDown Release counterparty -> CountingDown (countdown)",
        "CountingDown Punish counterparty -> CountingDown (countdown)",
        "Expired Retrieve staker -> Ended (countdown)",
    ];

    [Theory]
    [InlineData(AgreementType.Simple)]
    [InlineData(AgreementType.Countdown)]
    public void Only_the_allowed_transitions_happen_and_the_others_are_refused_with_the_state_named(AgreementType type)
    {
        var table = new StringBuilder().AppendLine($"{type,-13} {"action",-15} {"staker",-24} {"counterparty",-24} stranger");
        foreach (var phase in Enum.GetValues<AgreementPhase>().Where(phase => type == AgreementType.Countdown || !IsOfCountdown(phase)))
        {
            foreach (var action in Enum.GetValues<AgreementAction>())
            {
                var results = _callers.Select(caller => Try(type, phase, action, caller.Name, caller.Account)).ToList();
                table.AppendLine($"{phase,-13} {action,-15} {results[0],-24} {results[1],-24} {results[2]}");
            }
        }

        output.WriteLine(table.ToString());
    }

    [Fact]
    public void Where_no_punishment_was_agreed_nobody_punishes()
    {
        var books = new AgreementBooks();
        books.Create(Terms(AgreementType.Simple, new GriefRatio(GriefRatioType.None, 0)));
        Assert.Null(books.Act(Staker, AgreementAction.Deposit, "10"));

        var refusal = books.Act(Counterparty, AgreementAction.Punish, "1");

        Assert.Equal(RefusalCodes.AgreementWrongState, refusal?.Code);
        Assert.Contains("is active and agreed without punishment", refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AgreementAction.Release)]
    [InlineData(AgreementAction.Punish)]
    public void An_agreement_whose_stake_is_gone_has_ended(AgreementAction action)
    {
        var books = new AgreementBooks();
        books.Create(Terms(AgreementType.Simple));
        Assert.Null(books.Act(Staker, AgreementAction.Deposit, "10"));

        Assert.Null(books.Act(Counterparty, action, "10"));

        Assert.Equal(AgreementPhase.Ended, books.Agreement!.PhaseAt(books.Now));
        Assert.Contains("is ended", books.Act(Counterparty, AgreementAction.Reward, "1")!.Message, StringComparison.Ordinal);
    }

    private static bool IsOfCountdown(AgreementPhase phase) => phase is AgreementPhase.CountingDown or AgreementPhase.Expired;

    private static string Try(AgreementType type, AgreementPhase phase, AgreementAction action, string caller, AccountId account)
    {
        var books = At(type, phase);
        var amount = action is AgreementAction.StartCountdown or AgreementAction.Retrieve ? "0" : "1";
        var before = books.Agreement;
        var refusal = books.Act(account, action, amount);
        var after = books.Agreement!.PhaseAt(books.Now);
        var expected = _allowed.Where(line => type == AgreementType.Countdown || !line.EndsWith("(countdown)", StringComparison.Ordinal))
            .FirstOrDefault(line => line.StartsWith($"{phase} {action} {caller} -> ", StringComparison.Ordinal));
        if (expected is not null)
        {
            Assert.Null(refusal);
            Assert.Equal(expected.Split(" -> ")[1].Split(' ')[0], after.ToString());
            return $"-> {after}";
        }

        Assert.NotNull(refusal);
        Assert.Equal(before, books.Agreement);
        Assert.True(refusal.Code is RefusalCodes.AgreementWrongParty or RefusalCodes.AgreementWrongState, refusal.ToString());
        if (refusal.Code == RefusalCodes.AgreementWrongState)
        {
            Assert.Contains(
                phase == AgreementPhase.CountingDown ? "is counting down until" : $" {phase}",
                refusal.Message,
                StringComparison.OrdinalIgnoreCase);
        }

        return refusal.Code["agreement_".Length..];
    }

    private static AgreementBooks At(AgreementType type, AgreementPhase phase)
    {
        var books = new AgreementBooks();
        books.Create(Terms(type));
        if (phase != AgreementPhase.Created)
        {
            Assert.Null(books.Act(Staker, AgreementAction.Deposit, "10"));
        }

        if (IsOfCountdown(phase))
        {
            Assert.Null(books.Act(Staker, AgreementAction.StartCountdown));
            books.Now += phase == AgreementPhase.Expired ? Countdown : Countdown - TimeSpan.FromTicks(1);
        }

        if (phase == AgreementPhase.Ended)
        {
            Assert.Null(books.Act(Counterparty, AgreementAction.Release, "10"));
        }

        Assert.Equal(phase, books.Agreement!.PhaseAt(books.Now));
        return books;
    }
}
