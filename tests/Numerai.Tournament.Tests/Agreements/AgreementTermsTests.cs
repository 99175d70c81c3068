using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using static Numerai.Tournament.Tests.Agreements.AgreementBooks;

namespace Numerai.Tournament.Tests.Agreements;

public sealed class AgreementTermsTests
{
    public static TheoryData<AgreementTerms, string, string> Wrong()
    {
        var fine = Terms(AgreementType.Countdown);
        return new TheoryData<AgreementTerms, string, string>
        {
            { fine with { Counterparty = fine.Staker }, RefusalCodes.InvalidRequest, "same account" },
            { fine with { Countdown = null }, RefusalCodes.InvalidRequest, "countdown is missing" },
            { fine with { Countdown = TimeSpan.Zero }, RefusalCodes.InvalidRequest, "lies above 0" },
            { Terms(AgreementType.Simple) with { Countdown = Countdown }, RefusalCodes.InvalidRequest, "no countdown" },
            { fine with { Metadata = "agreement.txt" }, RefusalCodes.InvalidRequest, "SHA-256" },
            { fine with { Ratio = new GriefRatio(GriefRatioType.Decimal, 0) }, RefusalCodes.InvalidRatio, "infinite" },
            { fine with { Ratio = new GriefRatio(GriefRatioType.Decimal, 1_000_001) }, RefusalCodes.InvalidRatio, "1000000" },
            { fine with { Ratio = new GriefRatio(GriefRatioType.Decimal, -1) }, RefusalCodes.InvalidRatio, "above 0" },
            { fine with { Ratio = new GriefRatio(GriefRatioType.None, 2) }, RefusalCodes.InvalidRatio, "only a decimal ratio" },
        };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Terms_that_cannot_work_are_refused_with_a_sentence(AgreementTerms terms, string code, string part)
    {
        var refusal = terms.Check();

        Assert.Equal(code, refusal?.Code);
        Assert.Contains(part, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_punishment_that_would_cost_more_than_there_is_overflows_its_ratio() => Assert.Equal(
        RefusalCodes.RatioOverflow,
        new GriefRatio(GriefRatioType.Decimal, GriefRatio.Largest).CostOf(Nmr.FromNmr(1_000_000_000)).Refusal?.Code);

    [Fact]
    public void A_punisher_who_cannot_pay_for_it_burns_nothing()
    {
        var books = new AgreementBooks();
        books.Create(Terms(AgreementType.Simple, new GriefRatio(GriefRatioType.Decimal, 50)));
        Assert.Null(books.Act(Staker, AgreementAction.Deposit, "10"));

        Assert.Equal(RefusalCodes.BalanceInsufficient, books.Act(Counterparty, AgreementAction.Punish, "3")?.Code);

        Assert.Equal(Nmr.FromNmr(10), books.Agreement!.Stake);
        Assert.Null(books.Agreement.Pending);
        Assert.Equal(Nmr.FromNmr(WalletEach), books.Wallet(Counterparty));
    }

    [Fact]
    public void A_stranger_cannot_bind_others() => Assert.Equal(
        RefusalCodes.AgreementWrongParty,
        AgreementDecisions.Create(
            null, NamedUuid.Agreement(Stranger, "x"), new CreateAgreement(Stranger, Terms(AgreementType.Simple)),
            Start).Outcome.Refusal?.Code);
}
