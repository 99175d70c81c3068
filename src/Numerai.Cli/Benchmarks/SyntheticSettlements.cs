using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Benchmarks;

/// <summary>Staked models with drawn scores, settled round after round. Five models an account.</summary>
internal sealed class SyntheticSettlements(int models, int seed)
{
    private const int ModelsAnAccount = 5;
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] _names = [ScoreNames.Bmc, ScoreNames.Corr, ScoreNames.Cwmm, ScoreNames.Fnc, ScoreNames.Mmc];
    private readonly Random _random = new(seed);
    private readonly ImmutableArray<(ModelId Model, AccountId Account)> _models =
    [
        .. Enumerable.Range(0, models)
            .Select(model => (
                NamedUuid.Model(Tournaments.Default.Id, $"model_{model}"), NamedUuid.Account($"account_{model / ModelsAnAccount}")))
            .OrderBy(model => model.Item1),
    ];

    /// <summary>One scoring day, so that the day that pays is all there is.</summary>
    public TournamentSettings Settings { get; } = Tournaments.Default.FirstSettings with { Scoring = new ScoringSettings(1, 256) };

    /// <summary>Accounts, deposits and stakes.</summary>
    public void Open(SyntheticBooks books)
    {
        books.Post(
            "treasury", "mint/bench", LedgerReason.Mint, LedgerAccounts.Issued, LedgerAccounts.Treasury, Nmr.FromNmr(10_000_000), null,
            _start);
        foreach (var (model, account) in _models)
        {
            var (wallet, stake) = (LedgerAccounts.Wallet(account), Nmr.FromNmr(_random.Next(1, 200)));
            books.Post(
                $"participant/{account}",
                $"{account}/deposit/{model}",
                LedgerReason.Deposit,
                LedgerAccounts.Issued,
                wallet,
                stake,
                null,
                _start);
            books.Post(
                $"participant/{account}", $"{account}/stake/{model}", LedgerReason.StakeIncrease, wallet, LedgerAccounts.Stake(model),
                stake, null, _start);
        }
    }

    /// <summary>One round from its first commitment to the last payment.</summary>
    public void Play(SyntheticBooks books, int number)
    {
        var round = new RoundId(Tournaments.Default.Id, number);
        var time = _start.AddDays(number);
        books.Commit(round, CommitmentKinds.Universe, "id"u8.ToArray(), time);
        books.Commit(round, CommitmentKinds.Settings, StoredJson.Write(Settings), time);
        var manifest = new RoundManifest(round, [.. _models.Select(model => Row(books, round, model, time))]);
        books.Commit(round, CommitmentKinds.Submissions, StoredJson.Write(manifest), time);
        books.Commit(round, CommitmentKinds.Target, VectorObject.Write([0.5]), time, 1);
        var table = Table(manifest, time);
        books.Commit(round, CommitmentKinds.Scores, StoredJson.Write(table), time, table.Day);
        var (entries, leaves) = Settle(manifest, table);
        books.Keep(round, RoundFiles.Leaves, StoreExportSource.LeavesOf(entries));
        books.Commit(round, CommittedDocument.OfHash(CommitmentKinds.SettlementRoot, MerkleTree.Root(leaves)), time);
        var (paid, burned) = Pay(books, entries, time);
        books.Commit(round, CommittedDocument.OfText(CommitmentKinds.Resolved, $"{paid.Wei}|{burned.Wei}"), time);
        books.Seal(time);
    }

    /// <summary>A manifest of all models, each with the same stake, for measurements of one settlement.</summary>
    public RoundManifest Manifest(RoundId round) => new(round, [.. _models.Select(model => new ManifestRow(
        model.Model, model.Account, NamedUuid.Submission(model.Model, round.ToString()), new string('a', 64), _start, Nmr.FromNmr(100)))]);

    public ScoreTable Table(RoundManifest manifest, DateTimeOffset time) => new(
        manifest.Round,
        Settings.Scoring.Days,
        true,
        time,
        Percentiles.Fill([.. manifest.Rows.Select(row => new ModelScores(row.Model, row.Submission, false, Scores()))]));

    public (ImmutableArray<SettlementEntry> Entries, ImmutableArray<string> Leaves) Settle(RoundManifest manifest, ScoreTable table)
    {
        var atRisk = manifest.Rows.Aggregate(Nmr.Zero, (sum, row) => sum + row.AtRisk);
        var factor = PayoutFormula.Factor(Settings.Payout.StakeThreshold, atRisk);
        var entries = SettlementEntries.Of(Settings.Payout, factor, manifest, table);
        return (entries, [.. entries.Select(SettlementLeaf.Of)]);
    }

    private static (Nmr Paid, Nmr Burned) Pay(SyntheticBooks books, ImmutableArray<SettlementEntry> entries, DateTimeOffset time)
    {
        var (paid, burned) = (Nmr.Zero, Nmr.Zero);
        foreach (var entry in entries)
        {
            var (chain, stake) = ($"participant/{entry.Staker}", LedgerAccounts.Stake(entry.Model));
            var burn = Nmr.Min(entry.Burn, books.Balance(stake));
            books.Post(
                chain, $"payout/{entry.Round}/{entry.Model}", LedgerReason.Payout, LedgerAccounts.Treasury, stake, entry.Payout,
                entry.Round, time);
            books.Post(
                chain, $"burn/{entry.Round}/{entry.Model}", LedgerReason.Burn, stake, LedgerAccounts.Burned, burn, entry.Round, time);
            (paid, burned) = (paid + entry.Payout, burned + burn);
        }

        return (paid, burned);
    }

    private static ManifestRow Row(SyntheticBooks books, RoundId round, (ModelId Model, AccountId Account) model,
        DateTimeOffset time) => new(
        model.Model,
        model.Account,
        NamedUuid.Submission(model.Model, round.ToString()),
        new string('a', 64),
        time,
        books.Balance(LedgerAccounts.Stake(model.Model)));

    private ImmutableSortedDictionary<string, PublishedValue> Scores() => _names.ToImmutableSortedDictionary(
        name => name,
        _ => new PublishedValue(PublishedScore.Round((_random.NextDouble() - 0.48) / 20), 0),
        StringComparer.Ordinal);
}
