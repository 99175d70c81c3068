using System.Security.Cryptography;
using Numerai.Client;
using Numerai.Client.Agreements;
using Numerai.Contracts;
using Numerai.Web.Tests.Signals;
using Numerai.Web.Tests.Support;
using Scopes = Numerai.Tournament.Accounts.Scopes;

namespace Numerai.Web.Tests.Reads;

/// <summary>Carries out each command that participants and operators have, at least once, all of them accepted.</summary>
/// <param name="connect">Makes a client of an account; null for nobody's.</param>
internal sealed class EveryCommand(TestServer server, Func<NumeraiCredentials?, NumeraiClient> connect)
{
    private static readonly string _metadata = Convert.ToHexStringLower(SHA256.HashData("a weekly signal"u8));

    private NumeraiClient _operator = null!;
    private TestParticipant _one = null!;
    private TestParticipant _other = null!;

    public async Task RunAsync()
    {
        _operator = connect(server.Operator.Options.Credentials);
        (_one, _other) = (await RegisterAsync(), await RegisterAsync());
        await MoneyAsync();
        await KeysAsync();
        var model = await StakesAsync();
        await RoundsAsync(model);
        await UniverseAsync();
        await AgreementsAsync();
        await FeedAsync();
        await GovernanceAsync();
        await _operator.Proofs.MakeCheckpointAsync();
    }

    private async Task<TestParticipant> RegisterAsync()
    {
        var registration = await connect(null).Accounts.RegisterAsync(TestServer.NewName("commander"));
        var credentials = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
        return new TestParticipant(registration.Account.Username, credentials, connect(credentials));
    }

    private async Task MoneyAsync()
    {
        await _operator.Operator.MintAsync(Nmr.FromNmr(1000));
        await _operator.Operator.DepositAsync(_one.Username, Nmr.FromNmr(100));
        await _operator.Operator.DepositAsync(_other.Username, Nmr.FromNmr(50));
        await _operator.Operator.PlaceHoldAsync(_other.Username, "Chargeback", Nmr.FromNmr(1), id: "case");
        await _operator.Operator.ReleaseHoldAsync(_other.Username, "case");
        await _one.Client.Accounts.WithdrawAsync(Nmr.FromNmr(1));
        await _operator.Operator.StopAutomationAsync();
        await _operator.Governance.PauseUploadsAsync(8, paused: true, "a test");
        await _operator.Governance.PauseUploadsAsync(8, paused: false, "a test");
        await _operator.Operator.ReconcileAsync();
    }

    private async Task KeysAsync()
    {
        var key = await _one.Client.Accounts.CreateKeyAsync("second", [Scopes.ReadUserInfo]);
        await _one.Client.Accounts.RevokeKeyAsync(key.PublicId);
        await _one.Client.Accounts.RevokeOtherKeysAsync();
    }

    private async Task<string> StakesAsync()
    {
        var settings = await _operator.Operator.GetSettingsAsync();
        await _operator.Operator.ChangeSettingsAsync(settings with
        {
            Version = settings.Version + 1,
            Scoring = new ScoringSettings(1, 256),
            Stakes = new StakeSettings(true, true),
        });
        var (model, part) = (TestServer.NewName("model"), TestServer.NewName("model"));
        await _one.Client.Models.CreateAsync(model);
        await _one.Client.Models.CreateAsync(part);
        await _one.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(10));
        await _one.Client.Portfolios.SetAsync([new PortfolioWeight(part, 1)]);
        return model;
    }

    private async Task RoundsAsync(string model)
    {
        var round = await OpenAsync();
        await _one.SubmitAsync(model, LiveFiles.Predictions());
        await _operator.Operator.CloseRoundAsync(8, round.Number, early: true);
        await _operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(), early: true);
        await _operator.Operator.ResolveRoundAsync(8, round.Number);
        await _operator.Operator.CancelRoundAsync(8, (await OpenAsync()).Number, "a test");
    }

    private async Task<Round> OpenAsync()
    {
        var name = TestServer.NewName("live") + ".parquet";
        var path = Path.Combine(server.Folder, name);
        LiveFiles.WriteLive(path);
        await _operator.Operator.PublishDatasetAsync("v5.2/" + name, path);
        return await _operator.Operator.OpenRoundAsync(8, new OpenRoundRequest("v5.2/" + name));
    }

    private async Task UniverseAsync()
    {
        var (date, tournament) = (SignalsFiles.Date, SignalsFiles.SignalsId);
        var made = await SignalsFiles.PublishUniverseAsync(server, date, SignalsFiles.Live, null, null);
        await _operator.Universes.PublishAsync(tournament, date, new(made.LiveDataset, made.NeutralizerDataset, made.SampleWeightDataset));
    }

    private async Task AgreementsAsync()
    {
        var agreement = await _one.Client.Agreements.CreateAsync(
            new NewAgreement(AgreementType.Simple, _one.Username, _other.Username, GriefRatioType.None, _metadata));
        await _one.Client.Agreements.ActAsync(agreement.Id, AgreementAction.Deposit, Nmr.FromNmr(1));
        var escrow = await _other.Client.Agreements.CreateEscrowAsync(new NewEscrow(
            _one.Username, _other.Username, Nmr.FromNmr(1), Nmr.FromNmr(1), GriefRatioType.Infinite, TimeSpan.FromDays(5),
            TimeSpan.FromDays(1), _metadata));
        await _one.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositStake);
        await _other.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositPayment);
        await _one.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.Finalise, _metadata);
    }

    private async Task FeedAsync()
    {
        var account = (await _one.Client.Accounts.GetAsync()).Id;
        var (salt, data) = (FeedProofs.NewSalt(), "id,prediction\na,0.5\n"u8.ToArray());
        var feed = await _one.Client.Feeds.CreateAsync("signal", _metadata);
        var post = await _one.Client.Feeds.PostAsync(feed.Id, FeedProofs.Of(account, salt, data));
        await _one.Client.Feeds.RevealAsync(feed.Id, post.Index, salt, data);
    }

    private async Task GovernanceAsync()
    {
        var governance = _one.Client.Governance;
        await _other.Client.Governance.DelegateAsync(_one.Username);
        var withdrawn = await governance.ProposeAsync("A proposal", "Reasons.", [], null);
        await governance.CancelAsync(withdrawn.Number, "a test");
        var proposal = await governance.ProposeAsync("Another", "Reasons.", [], null);
        await _operator.Operator.AdvanceClockAsync(proposal.VotingStarts);
        await governance.VoteAsync(proposal.Number, VoteChoice.For);
        await _operator.Operator.AdvanceClockAsync(proposal.VotingEnds);
        var queued = await governance.QueueAsync(proposal.Number);
        await _operator.Operator.AdvanceClockAsync(queued.ExecutableFrom!.Value);
        await governance.ExecuteAsync(proposal.Number);
    }
}
