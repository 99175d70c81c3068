using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Numerai.Client;
using Numerai.Client.Stakes;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.BadInput;

/// <summary>Amounts and stakes that are refused, and leave every account, stake and ledger entry as they were.</summary>
public sealed class BadMoneyTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string> BadAmounts =>
    [
        "-1", "0", "-0.000000000000000001", "0.1234567890123456789", "1e3", "NaN", "Infinity", "", " 1", "1,5", "0x10", "1000000000.1",
        "99999999999999999999999999999999999999",
    ];

    [Theory]
    [MemberData(nameof(BadAmounts))]
    public async Task A_bad_amount_is_refused_wherever_amounts_are_taken(string amount)
    {
        var (participant, model) = await StakerAsync();
        var commandId = CommandIds.Make();

        await PlatformState.UnchangedAsync(
            server,
            async () =>
            {
                await RefusedAsync(participant.Client, $"/api/v1/models/{model}/stake", new { type = "increase", amount, commandId });
                await RefusedAsync(participant.Client, $"/api/v1/models/{model}/stake", new { type = "decrease", amount, commandId });
                await RefusedAsync(participant.Client, "/api/v1/account/withdrawals", new { amount, commandId });
                await RefusedAsync(
                    server.Operator, $"/api/v1/operator/accounts/{participant.Username}/deposits", new { amount, commandId });
                await RefusedAsync(server.Operator, "/api/v1/operator/treasury/mint", new { amount, commandId });
            },
            participant);
    }

    [Fact]
    public async Task A_stake_above_the_balance_is_refused()
    {
        var (participant, model) = await StakerAsync();

        await PlatformState.UnchangedAsync(
            server,
            () => Refused.WithAsync(
                "balance_insufficient",
                HttpStatusCode.UnprocessableEntity,
                () => participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.Parse("10.000000000000000001"))),
            participant);
    }

    [Fact]
    public async Task A_decrease_above_the_stake_is_refused()
    {
        var (participant, model) = await StakerAsync();
        await participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(4));

        await PlatformState.UnchangedAsync(
            server,
            () => Refused.WithAsync(
                "stake_insufficient",
                HttpStatusCode.UnprocessableEntity,
                () => participant.Client.Stakes.DecreaseStakeAsync(model, Nmr.FromNmr(5))),
            participant);
    }

    [Fact]
    public async Task Somebody_elses_model_takes_no_stake_and_no_submission()
    {
        var (_, model) = await StakerAsync();
        var other = await server.RegisterAsync("other", "10");

        await PlatformState.UnchangedAsync(
            server,
            async () =>
            {
                await Refused.WithAsync(
                    "model_not_owned", HttpStatusCode.Forbidden, () => other.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(1)));
                await Refused.WithAsync(
                    "model_not_owned", HttpStatusCode.Forbidden, () => other.SubmitAsync(model, LiveFiles.Predictions()));
                await Refused.WithAsync(
                    "model_not_owned", HttpStatusCode.Forbidden, () => other.Client.Submissions.CreateAsync(model, "predictions.csv"));
                await Refused.WithAsync(
                    "model_not_owned", HttpStatusCode.Forbidden, () => other.Client.Submissions.ListAsync(model));
            },
            other);
    }

    [Fact]
    public async Task A_command_id_names_one_command()
    {
        var (participant, model) = await StakerAsync();
        await participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(1), "mine");

        await PlatformState.UnchangedAsync(
            server,
            async () =>
            {
                await participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(1), "mine");
                await Refused.WithAsync(
                    "command_id_reused",
                    HttpStatusCode.Conflict,
                    () => participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(2), "mine"));
            },
            participant);
    }

    [Fact]
    public async Task A_young_account_does_not_withdraw_small_amounts()
    {
        var (participant, _) = await StakerAsync();

        await PlatformState.UnchangedAsync(
            server,
            () => Refused.WithAsync(
                "withdrawal_too_early",
                HttpStatusCode.UnprocessableEntity,
                () => participant.Client.Accounts.WithdrawAsync(Nmr.Parse("0.1"))),
            participant);
        Assert.Equal(Nmr.Parse("9.8"), (await participant.Client.Accounts.WithdrawAsync(Nmr.Parse("0.2"))).Wallet);
    }

    private async Task<(TestParticipant Participant, string Model)> StakerAsync()
    {
        var participant = await server.RegisterAsync("staker", "10");
        return (participant, (await participant.Client.Models.CreateAsync(TestServer.NewName("model"))).Id.ToString());
    }

    private async Task RefusedAsync(NumeraiClient client, string path, object body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, path)) { Content = JsonContent.Create(body) };
        var credentials = client.Options.Credentials!;
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {credentials.PublicId}${credentials.SecretKey}");
        using var response = await http.SendAsync(request);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("invalid_amount", HttpStatusCode.BadRequest), (problem.GetProperty("code").GetString(), response.StatusCode));
    }
}
