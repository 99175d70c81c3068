using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Holds and moves of stake through the SDK.</summary>
public sealed class HoldTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task An_operator_holds_part_of_a_wallet_and_the_participant_sees_it_and_cannot_withdraw_it()
    {
        var participant = await server.RegisterAsync("held", "10");
        var hold = await server.Operator.Operator.PlaceHoldAsync(participant.Username, "Chargeback", Nmr.FromNmr(8), id: "case-1");

        var account = await participant.Client.Accounts.GetAsync();
        Assert.Equal((Nmr.FromNmr(2), Nmr.FromNmr(8)), (account.Wallet, account.Held));
        Assert.Equal(hold, Assert.Single(account.Holds));
        var refusal = await Refused.WithAsync(
            "funds_held", HttpStatusCode.UnprocessableEntity, () => participant.Client.Accounts.WithdrawAsync(Nmr.FromNmr(3)));
        Assert.Contains("'case-1' (Chargeback; until it is released) keeps 8 NMR", refusal.Message, StringComparison.Ordinal);

        Assert.NotNull((await server.Operator.Operator.ReleaseHoldAsync(participant.Username, "case-1")).Ended);
        Assert.NotNull(Assert.Single(await server.Operator.Operator.ListHoldsAsync(participant.Username)).Ended);
        Assert.Equal(Nmr.FromNmr(7), (await participant.Client.Accounts.WithdrawAsync(Nmr.FromNmr(3))).Wallet);
        await Refused.WithAsync(
            "hold_not_found", HttpStatusCode.NotFound, () => server.Operator.Operator.ReleaseHoldAsync(participant.Username, "case-2"));
        await Refused.WithAsync(
            "not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Operator.PlaceHoldAsync(participant.Username, "Mine"));
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task Stake_moves_between_own_models_once_the_setting_is_on()
    {
        var participant = await server.RegisterAsync("mover", "10");
        var (from, to) = (TestServer.NewName("from"), TestServer.NewName("to"));
        await participant.Client.Models.CreateAsync(from);
        await participant.Client.Models.CreateAsync(to);
        await participant.Client.Stakes.IncreaseStakeAsync(from, Nmr.FromNmr(6));
        await Refused.WithAsync(
            "stake_moves_off", HttpStatusCode.Conflict, () => participant.Client.Stakes.MoveStakeAsync(from, to, Nmr.FromNmr(4)));
        var settings = await server.Operator.Operator.GetSettingsAsync();
        await server.Operator.Operator.ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Stakes = new StakeSettings(true) });

        var moved = await participant.Client.Stakes.MoveStakeAsync(from, to, Nmr.FromNmr(4));

        Assert.Equal(("done", Nmr.FromNmr(2), Nmr.FromNmr(4)), (moved.Status, moved.Stake, moved.MovedNow!.Value));
        Assert.Equal(
            "stake_move",
            (await participant.Client.Ledger.ListAsync($"participant/{(await participant.Client.Accounts.GetAsync()).Id}")).Items[^1]
                .Reason);
        await Refused.WithAsync(
            "stake_insufficient", HttpStatusCode.UnprocessableEntity, () =>
                participant.Client.Stakes.MoveStakeAsync(from, to, Nmr.FromNmr(4)));
    }
}
