using System.CommandLine;
using Numerai.Cli.Accounts;
using Numerai.Cli.Agreements;
using Numerai.Cli.Alerts;
using Numerai.Cli.Automation;
using Numerai.Cli.Benchmarks;
using Numerai.Cli.Cluster;
using Numerai.Cli.Cluster.Trials;
using Numerai.Cli.Data;
using Numerai.Cli.Demo;
using Numerai.Cli.Diagnostics;
using Numerai.Cli.Governance;
using Numerai.Cli.Leaderboards;
using Numerai.Cli.Ledger;
using Numerai.Cli.Models;
using Numerai.Cli.Operators;
using Numerai.Cli.Operators.Keys;
using Numerai.Cli.Proofs;
using Numerai.Cli.Releases;
using Numerai.Cli.Rounds;
using Numerai.Cli.Rounds.Steps;
using Numerai.Cli.Scores;
using Numerai.Cli.Serving;
using Numerai.Cli.Simulations;
using Numerai.Cli.Stakes;
using Numerai.Cli.Stakes.Portfolios;
using Numerai.Cli.Standings;
using Numerai.Cli.Submissions;
using Numerai.Cli.Universes;
using Numerai.Cli.Webhooks;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.CommandLine;

/// <summary>Every command, in the order the help shows them. A new command is a class and a line here.</summary>
internal static class CommandCatalog
{
    public static IEnumerable<Command> Make() =>
    [
        new DemoCommand(),
        new ServeCommand(),
        new CommandGroup(
            "cluster",
            "A cluster of several silos on this machine.",
            new ClusterUpCommand(),
            new ClusterStatusCommand(),
            new ClusterKillCommand(),
            new ClusterDownCommand(),
            new ClusterImportCommand(),
            new ClusterTrialCommand(),
            new ClusterSimulateCommand()),
        new CommandGroup("account", "Your account.", new AccountCreateCommand(), new AccountShowCommand()),
        new CommandGroup("model", "Your models and others'.", new ModelCreateCommand(), new ModelListCommand(), new ModelShowCommand()),
        new CommandGroup("data", "Data to learn from and to predict on.", new DataListCommand(), new DataDownloadCommand()),
        new SubmitCommand(),
        new SubmissionsCommand(),
        new DiagnosticsCommand(),
        new CommandGroup(
            "round",
            "Rounds; opening, closing, scoring, resolving and cancelling are the operator's.",
            new RoundListCommand(),
            new RoundShowCommand(),
            new RoundSettlementCommand(),
            new RoundMetaModelCommand(),
            new RoundCommitmentsCommand(),
            new RoundOpenCommand(),
            new RoundCloseCommand(),
            new RoundScoreCommand(),
            new RoundResolveCommand(),
            new RoundCancelCommand(),
            new CommandGroup(
                "step",
                "What rounds are in the middle of (role resolve_rounds).",
                new StepShowCommand(),
                new StepListCommand(),
                new StepRetryCommand(),
                new StepAbortCommand())),
        new CommandGroup(
            "universe", $"The securities of {Tournaments.Names(preset => preset.KeepsIds)}, day by day.",
            new UniverseShowCommand(), new UniversePublishCommand(),
            new UniverseBuildCommand(), new UniverseTargetsCommand(), new UniverseDiagnosticsCommand(), new UniverseMetaModelsCommand()),
        new ScoresCommand(),
        new CommandGroup(
            "stake",
            "Stakes on your models.",
            new StakeIncreaseCommand(),
            new StakeDecreaseCommand(),
            new StakeDrainCommand(),
            new StakeMoveCommand(),
            new StakeShowCommand(),
            new CommandGroup(
                "portfolio",
                "One stake over several of your models.",
                new PortfolioSetCommand(),
                new PortfolioShowCommand(),
                new PortfolioIncreaseCommand(),
                new PortfolioDecreaseCommand(),
                new PortfolioDrainCommand(),
                new PortfolioEndCommand())),
        new CommandGroup(
            "webhook",
            "Addresses that are told what happens.",
            new WebhookCreateCommand(),
            new WebhookListCommand(),
            new WebhookDeleteCommand(),
            new WebhookDeliveriesCommand(),
            new WebhookRetryCommand()),
        new LeaderboardCommand(),
        new StandingsCommand(),
        new SeasonCommand(),
        new CommandGroup(
            "automation", "Rounds that run by themselves (role resolve_rounds).", new AutomationShowCommand(), new AutomationOnCommand(),
            new AutomationOffCommand()),
        GovernanceCommands.Make(),
        AgreementCommands.Agreement(),
        AgreementCommands.Escrow(),
        AgreementCommands.Feed(),
        new WithdrawCommand(),
        new LedgerCommand(),
        new CommandGroup(
            "treasury",
            "The treasury that payouts come from.",
            new TreasuryShowCommand(),
            new TreasuryRunwayCommand(),
            new TreasuryMintCommand()),
        new ConservationCommand(),
        new CommandGroup(
            "checkpoint", "Seals over all the books.", new CheckpointListCommand(), new CheckpointMakeCommand(),
            new CheckpointProveCommand(), new CheckpointCheckCommand()),
        new CommandGroup(
            "claim", "What a round owes a model, as a document that proves itself.", new ClaimGetCommand(), new ClaimCheckCommand()),
        new VerifyCommand(),
        new ExportCommand(),
        new AuditCommand(),
        new ReconcileCommand(),
        new AlertsCommand(),
        new DepositCommand(),
        new CommandGroup(
            "operator",
            "The operator's own key.",
            new CommandGroup(
                "key",
                "Replaced when it is stolen, made anew when it is lost.",
                new OperatorKeyRotateCommand(),
                new OperatorKeyRecoverCommand())),
        new CommandGroup(
            "hold",
            "NMR kept from leaving an account (operator).",
            new HoldPlaceCommand(),
            new HoldReleaseCommand(),
            new HoldListCommand()),
        new CommandGroup("settings", "A tournament's rules (operator).", new SettingsShowCommand(), new SettingsChangeCommand()),
        new ClockCommand(),
        new CommandGroup("panel", "Panels of prices, which releases are built from.", new PanelCheckCommand()),
        new CommandGroup(
            "release",
            "Data releases (operator); anyone can verify one.",
            new ReleaseBuildCommand(),
            new ReleaseAppendCommand(),
            new ReleasePublishCommand(),
            new ReleaseVerifyCommand(),
            new ReleaseDecodeCommand(),
            new ReleaseAuditCommand(),
            new CommandGroup("key", "Keys of releases.", new ReleaseKeyCreateCommand())),
        new SimulateCommand(),
        new CommandGroup(
            "bench",
            "Measurements on this machine.",
            new BenchScoringCommand(),
            new BenchIngestionCommand(),
            new BenchSettlementCommand(),
            new BenchAuditCommand(),
            new BenchDiagnosticsCommand()),
    ];
}
