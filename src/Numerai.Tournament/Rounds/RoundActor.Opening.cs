using System.Collections.Immutable;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Tournament.Rounds;

/// <content>Opening: the universe is fixed, and what was queued is carried into the round.</content>
public partial class RoundActor
{
    /// <summary>Submissions carried over in one turn; each reads and ranks some thousand rows.</summary>
    private const int CarriedAtOnce = 16;

    private CarriedQueue? _queue;

    public async Task<Outcome<RoundView>> OpenAsync(OpenRound command)
    {
        if (State is { } state)
        {
            return RoundProjection.View(state).StandsOn(command.LiveDataset, command.Universe)
                && state.Calendar.Closes == command.Calendar.Closes
                ? Now < state.Calendar.Opens ? Answer() : await StartAsync()
                : new Refusal(RefusalCodes.RoundExists, $"Round {Key} exists with other data or times.");
        }

        var data = await FindDataAsync(command);
        if (!data.Accepted)
        {
            return data.Refusal;
        }

        var benchmark = await LiveData.BenchmarkMetaModelAsync(Services.Datasets, command.BenchmarkDataset, data.Value.Universe);
        if (!benchmark.Accepted)
        {
            return benchmark.Refusal;
        }

        if (command.IdMap is not null && IdMapFile.Parse(command.IdMap) is { Accepted: false } invalid)
        {
            return invalid.Refusal;
        }

        if (await FixUniverseAsync(command, data.Value) is { } refusal)
        {
            return refusal;
        }

        var opened = await DescribeAsync(command, data.Value, benchmark.Value);
        await DecideAsync<RoundView>((_, _) => RoundDecisions.Schedule(opened));
        return Now < opened.Calendar.Opens ? Answer() : await StartAsync();
    }

    public async Task<Outcome<RoundView>> StartAsync()
    {
        var started = await DecideKnownAsync(RoundDecisions.Start);
        if (State is { Step: RoundStep.CarryingOver } && started.Accepted)
        {
            // Most rounds find nothing, or little, in the queue: then the round is open with this answer.
            await TurnAsync();
            return At(Answer());
        }

        return started;
    }

    /// <summary>The rows of the round: a published universe in the tournaments that have them, else the ids of a live file.</summary>
    private async Task<Outcome<OpeningData>> FindDataAsync(OpenRound command)
    {
        var preset = Tournaments.Of(command.Settings.Tournament);
        if (command.Universe is null && !preset.KeepsIds)
        {
            var universe = await LiveData.UniverseAsync(Services.Datasets, command.LiveDataset);
            return universe.Accepted ? new OpeningData(universe.Value, command.LiveDataset, null) : universe.Refusal;
        }

        if (command.Universe is not { } date || command.LiveDataset.Length > 0 || !preset.KeepsIds)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                !preset.KeepsIds
                    ? $"A {command.Settings.Name} round opens on a live file; "
                        + $"'universe' is for {Tournaments.Names(other => other.KeepsIds)}."
                    : $"A round of {command.Settings.Name} opens on a published universe; give its day as 'universe' and no live file.");
        }

        var view = await Services.Actors.Universe(new UniverseId(command.Settings.Tournament, date)).GetAsync();
        return view.Accepted
            ? new OpeningData(
                await LiveIds.LoadAsync(Services.Objects, view.Value.Ids),
                view.Value.LiveDataset,
                new RoundBasis(date, view.Value.AliasTable, view.Value.Portfolio))
            : view.Refusal;
    }

    /// <summary>From here on the universe stays what was just read; said last, so that a round that is refused leaves it free.</summary>
    private async Task<Refusal?> FixUniverseAsync(OpenRound command, OpeningData data)
    {
        if (data.Basis is not { } basis)
        {
            return null;
        }

        var universe = await Services.Actors.Universe(new UniverseId(command.Settings.Tournament, basis.Date))
            .FixForAsync(RoundId.Parse(Key).Number);
        if (!universe.Accepted)
        {
            return universe.Refusal;
        }

        return universe.Value.LiveDataset == data.LiveDataset && universe.Value.AliasTable == basis.Aliases
            && universe.Value.Portfolio == basis.Portfolio
            ? null
            : new Refusal(
                RefusalCodes.UniverseExists,
                $"The universe of {UniverseId.Day(basis.Date)} was replaced while the round opened on it; look at the new one and open "
                    + "the round again.");
    }

    private async Task<RoundState> DescribeAsync(OpenRound command, OpeningData data, double[] benchmark)
    {
        var state = await StoreAsync(command, data, benchmark);
        return state with { OpeningDocuments = await OpeningDocumentsAsync(state) };
    }

    /// <summary>What the round binds itself to when it opens, in this order.</summary>
    private async Task<ImmutableArray<CommittedDocument>> OpeningDocumentsAsync(RoundState state)
    {
        var documents = ImmutableArray.CreateBuilder<CommittedDocument>();
        documents.Add(CommittedDocument.Of(CommitmentKinds.Universe, state.Universe));
        documents.Add(CommittedDocument.Of(CommitmentKinds.LiveData, await DatasetAsync(state.LiveDataset)));
        documents.Add(CommittedDocument.Of(
            CommitmentKinds.Settings,
            await Services.Objects.PutByContentAsync(ObjectName("settings"), ".json", StoredJson.Write(state.Settings))));
        if (state.BenchmarkDataset is { } benchmark)
        {
            documents.Add(CommittedDocument.Of(CommitmentKinds.BenchmarkPredictions, await DatasetAsync(benchmark)));
        }

        if (state.BenchmarkMetaModel is { } metaModel)
        {
            documents.Add(CommittedDocument.Of(CommitmentKinds.BenchmarkMetaModel, metaModel));
        }

        if (state.Basis?.Portfolio is { Neutralizers: { } neutralizers })
        {
            documents.Add(CommittedDocument.Of(CommitmentKinds.Neutralizers, neutralizers));
        }

        if (state.Basis?.Portfolio is { SampleWeights: { } sampleWeights })
        {
            documents.Add(CommittedDocument.Of(CommitmentKinds.SampleWeights, sampleWeights));
        }

        if (state.IdMap is { } idMap)
        {
            documents.Add(CommittedDocument.Of(CommitmentKinds.IdMap, idMap));
        }

        return documents.ToImmutable();
    }

    private async Task<DatasetFile> DatasetAsync(string name) => await Services.Datasets.FindAsync(name)
        ?? throw new InvalidDataException($"The file '{name}' was read from the dataset store and is gone from it.");

    private async Task<RoundState> StoreAsync(OpenRound command, OpeningData data, double[] benchmark) => new()
    {
        Id = RoundId.Parse(Key),
        Phase = RoundPhase.Scheduled,
        Calendar = command.Calendar,
        Settings = command.Settings,
        LiveDataset = data.LiveDataset,
        Basis = data.Basis,
        BenchmarkDataset = command.BenchmarkDataset,
        Universe = await Services.Objects.PutAsync(ObjectName("universe.txt"), data.Universe.ToBytes()),
        BenchmarkMetaModel = benchmark.Length == 0
            ? null
            : await Services.Objects.PutAsync(ObjectName("benchmark-meta-model.f64"), VectorObject.Write(benchmark)),
        PreviousRound = command.PreviousRound,
        IdMap = command.IdMap is null
            ? null
            : await Services.Objects.PutAsync(IdMapName(RoundId.Parse(Key)), Encoding.UTF8.GetBytes(command.IdMap)),
    };

    /// <summary>
    /// Some of the tournament's queued submissions become on-time ones of this round, or are rejected with a reason. What is done has left
    /// the queue.
    /// </summary>
    private async Task CarryOverAsync(RoundState state, RoundWork work)
    {
        _queue ??= new CarriedQueue(
            await LiveIds.LoadAsync(Services.Objects, state.Universe),
            new Queue<SubmissionRecord>(await Services.Submissions.QueuedAsync(state.Id.Tournament)));
        var total = work.Done + _queue.Waiting.Count;
        var done = work.Done;
        for (; done < work.Done + CarriedAtOnce && _queue.Waiting.TryPeek(out var submission); done++)
        {
            await CarryOverAsync(state, _queue, submission);
            _queue.Waiting.Dequeue();
        }

        if (_queue.Waiting.Count == 0)
        {
            _queue = null;
            await DecideKnownAsync((current, _) => RoundDecisions.EndStep(current));
            return;
        }

        await MoveAsync(work with { Done = done, Total = total });
    }

    private async Task CarryOverAsync(RoundState state, CarriedQueue queue, SubmissionRecord submission)
    {
        var codes = await MapAsync(state, queue, submission);
        if (!codes.Accepted)
        {
            await Services.Submissions.RejectAsync(submission.Id, codes.Refusal.Code, codes.Refusal.Message);
            return;
        }

        var movement = await Services.Movements.OfAsync(RoundProjection.View(state), submission.Model, codes.Value);
        await Services.Submissions.AssignAsync(submission.Id, state.Id, state.Universe.Sha256, codes.Value, movement);
        await Services.Actors.Model(submission.Model).SubmittedAsync(new LatestSubmission(submission.Id, state.Id, submission.Received));
    }

    private async Task<Outcome<ushort[]>> MapAsync(RoundState state, CarriedQueue queue, SubmissionRecord submission)
    {
        if (submission.UniverseSha256 == state.Universe.Sha256)
        {
            return await ReadCodesAsync(submission.Id, queue.Universe.Rows);
        }

        if ((state.IdMap is null && state.Basis is null) || state.PreviousRound is not { } previousRound)
        {
            return new Refusal("invalid_submission_ids", $"Round {state.Id} opened without a map from earlier ids; submit on the new ids.");
        }

        queue.Previous ??= await PreviousAsync(state, previousRound);
        if (queue.Previous is not var (sha256, previous, map) || sha256 != submission.UniverseSha256)
        {
            return new Refusal(
                "invalid_submission_ids", $"The submission is built on the ids of a round before {previousRound}; submit on the new ids.");
        }

        return CarryOver.Map(await ReadCodesAsync(submission.Id, previous.Rows), previous, queue.Universe, map);
    }

    private async Task<PreviousIds?> PreviousAsync(RoundState state, RoundId round)
    {
        var view = await Services.Actors.Round(round).GetAsync();
        if (!view.Accepted)
        {
            return null;
        }

        var previous = await LiveIds.LoadAsync(Services.Objects, view.Value.Universe);
        var map = await new CarryOverMaps(Services.Objects).FindAsync(RoundProjection.View(state), previous);
        return new PreviousIds(view.Value.Universe.Sha256, previous, map!);
    }

    private async Task<ushort[]> ReadCodesAsync(SubmissionId submission, int rows)
    {
        var codes = new ushort[rows];
        await Services.Submissions.ReadCodesAsync([submission], rows, codes);
        return codes;
    }

    /// <summary>Name of the stored map from the previous round's ids.</summary>
    internal static string IdMapName(RoundId round) => $"rounds/{round}/private/id-map.csv";

    private string ObjectName(string name) => $"rounds/{Key}/{name}";

    /// <summary>What is still to be carried over, and what that needs; read once for all of it.</summary>
    private sealed class CarriedQueue(LiveIds universe, Queue<SubmissionRecord> waiting)
    {
        public LiveIds Universe { get; } = universe;

        public Queue<SubmissionRecord> Waiting { get; } = waiting;

        /// <summary>Null until it is needed, and when there was no round before.</summary>
        public PreviousIds? Previous { get; set; }
    }

    private sealed record PreviousIds(string Sha256, LiveIds Universe, IReadOnlyDictionary<string, string> Map);

    private sealed record OpeningData(LiveIds Universe, string LiveDataset, RoundBasis? Basis);
}
