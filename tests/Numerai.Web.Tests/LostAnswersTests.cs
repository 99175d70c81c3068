using Numerai.Client;
using Numerai.Client.Ledger;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>
/// Answers that are lost after the server has done what it was asked: the repeated request changes nothing a second time.
/// </summary>
public sealed class LostAnswersTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_registration_whose_answer_is_lost_makes_one_account_and_its_key_works()
    {
        using var handler = Losing("/api/v1/accounts");
        using var client = server.Connect(null, handler);

        var registration = await client.Accounts.RegisterAsync(TestServer.NewName("lossy"));

        using var owner = server.Connect(new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret));
        Assert.Equal(registration.Account.Id, (await owner.Accounts.GetAsync()).Id);
        Assert.Equal(2, handler.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stake_whose_answer_is_lost_moves_once(bool delivers)
    {
        var participant = await server.RegisterAsync("lossy", "10");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        using var handler = Losing("/stake", 2, delivers);
        using var client = server.Connect(participant.Credentials, handler);

        var change = await client.Stakes.IncreaseStakeAsync(model.Name, Nmr.FromNmr(3));

        Assert.Equal((Nmr.FromNmr(3), Nmr.FromNmr(7)), (change.Stake, change.Wallet));
        Assert.Equal(3, handler.Sent);
        Assert.Single(await EntriesAsync(participant, "stake_increase"));
    }

    [Fact]
    public async Task A_withdrawal_a_deposit_and_a_mint_whose_answers_are_lost_are_booked_once()
    {
        var participant = await server.RegisterAsync("lossy", "10");
        var minted = (await server.Operator.Ledger.GetTreasuryAsync()).Minted;
        using var owner = server.Connect(participant.Credentials, Losing("/withdrawals"));
        using var theOperator = server.Connect(server.Operator.Options.Credentials, Losing("/deposits"));
        using var minter = server.Connect(server.Operator.Options.Credentials, Losing("/mint"));

        await owner.Accounts.WithdrawAsync(Nmr.FromNmr(4));
        await theOperator.Operator.DepositAsync(participant.Username, Nmr.FromNmr(1));
        var treasury = await minter.Operator.MintAsync(Nmr.FromNmr(5));

        Assert.Equal(Nmr.FromNmr(7), (await participant.Client.Accounts.GetAsync()).Wallet);
        Assert.Equal(minted + Nmr.FromNmr(5), treasury.Minted);
        Assert.Single(await EntriesAsync(participant, "withdrawal"));
        Assert.Equal(2, (await EntriesAsync(participant, "deposit")).Count);
    }

    [Theory]
    [InlineData("/submissions/upload-url")]
    [InlineData("/uploads/")]
    [InlineData("/api/v1/submissions")]
    public async Task An_upload_whose_answer_is_lost_anywhere_makes_one_submission(string where)
    {
        await server.OpenRoundAsync();
        var participant = await server.RegisterAsync("lossy");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        using var handler = new LosingHandler(request => where.EndsWith('/')
            ? request.RequestUri!.AbsolutePath.StartsWith(where, StringComparison.Ordinal)
            : request.RequestUri!.AbsolutePath.EndsWith(where, StringComparison.Ordinal));
        var lossy = participant with { Client = server.Connect(participant.Credentials, handler) };

        var submission = await lossy.SubmitAsync(model.Name, LiveFiles.Predictions());

        Assert.Equal(2, handler.Sent);
        var kept = await participant.Client.Submissions.ListAsync(model.Name);
        Assert.Equal([submission.Id], kept.Items.Select(item => item.Id));
    }

    private static LosingHandler Losing(string pathEnds, int times = 1, bool delivers = true) =>
        new(request => request.RequestUri!.AbsolutePath.EndsWith(pathEnds, StringComparison.Ordinal), times, delivers);

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(TestParticipant participant, string reason)
    {
        var account = await participant.Client.Accounts.GetAsync();
        var entries = await server.Operator.Ledger.ListAsync($"participant/{account.Id}");
        return [.. entries.Items.Where(entry => entry.Reason == reason)];
    }
}
