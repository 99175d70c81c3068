using Numerai.Contracts;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Results;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>Plays a scenario from its first round to its last settlement.</summary>
public sealed class SimulationRun
{
    private readonly Scenario _scenario;
    private readonly SimulationOptions _options;
    private readonly PhaseTimes _phases = new();
    private long _saved;

    public SimulationRun(Scenario scenario, SimulationOptions? options = null)
    {
        _scenario = scenario;
        _options = options ?? new SimulationOptions();
    }

    /// <summary>Runs to the end, from a checkpoint when there is one.</summary>
    /// <exception cref="SimulationException">The scenario cannot be run, or the books broke.</exception>
    public async Task<SimulationResult> RunAsync(IMarket? market = null, CancellationToken cancellation = default)
    {
        var started = _saved = _options.Time.GetTimestamp();
        var timeline = new Timeline(_scenario);
        var world = new SimulationWorld(_scenario, new PrefetchedMarket(market ?? MarketFactory.Create(_scenario)), timeline);
        var checkpoint = _options.CheckpointFolder is { } folder ? Checkpoint.Find(folder, _scenario) : null;
        await using var host = new SimulationHost(checkpoint?.Clock ?? Timeline.Start);
        checkpoint?.FillStores(host);
        await host.StartAsync(_options.Hosts, world.Tournament, world.Crowd.Accounts.Count + world.Crowd.Models.Count, _scenario.Seed);
        using var desks = new Desks(host, world, _options.Threads);
        _phases.Begin("history");
        if (checkpoint is null)
        {
            await desks.Operator.StartAsync();
        }
        else
        {
            await checkpoint.RestoreAsync(world, desks);
        }

        await PlayAsync(checkpoint?.NextStep ?? 0, host, world, desks, cancellation);
        _phases.Begin("results");
        var views = await BooksCheck.RunAsync(host.Actors, world.Crowd, host.Ledger);
        var result = SimulationResultBuilder.Build(world, host, views);
        _phases.End();
        return result with
        {
            Elapsed = _options.Time.GetElapsedTime(started),
            Phases = _phases.Times,
            PeakBytes = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64,
        };
    }

    private async Task PlayAsync(int next, SimulationHost host, SimulationWorld world, Desks desks, CancellationToken cancellation)
    {
        for (var place = next; place < world.Timeline.Steps.Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = world.Timeline.Steps[place];
            await StepAsync(step, host, world, desks);
            _phases.Begin("checkpoint");
            _options.Progress?.Report(new SimulationProgress((place + 1.0) / world.Timeline.Steps.Count, step.Round, step.Kind.ToString()));
            if (step.Kind == SimulationStepKind.Close)
            {
                SaveSometimes(step.Round, place + 1, host, world);
            }
        }
    }

    private async Task StepAsync(SimulationStep step, SimulationHost host, SimulationWorld world, Desks desks)
    {
        _phases.Begin(step.Kind == SimulationStepKind.Close ? "close" : "clock");
        await host.AdvanceToAsync(step.Time);
        switch (step.Kind)
        {
            case SimulationStepKind.Open:
                await OpenAsync(step.Round, world, desks);
                break;
            case SimulationStepKind.Close:
                var closed = (await host.Actors.Round(world.Id(step.Round)).GetAsync()).Require();
                await desks.Submissions.SubmitLateAsync(closed.Id, closed.Universe.Sha256);
                break;
            default:
                _phases.Begin("score and settle");
                if (await desks.Operator.ScoreAsync(step.Round, step.Day) is { } resolved)
                {
                    _phases.Begin("research and books");
                    await desks.Results.ResolvedAsync(step.Round, resolved);
                }

                break;
        }
    }

    private async Task OpenAsync(int round, SimulationWorld world, Desks desks)
    {
        var settings = world.Timeline.Settings[round - 1];
        _phases.Begin("publish and open");
        var (view, opened) = await desks.Operator.OpenAsync(round);
        _phases.Begin("stakes");
        await desks.Stakes.ArriveAsync(round, settings);
        await desks.Stakes.LeaveAsync(round);
        _phases.Begin("train");
        desks.Submissions.Train(view);
        _phases.Begin("predict");
        var submissions = desks.Submissions.Predict(view);
        _phases.Begin("stakes");
        await desks.Stakes.StakeAsync(round, settings);
        _phases.Begin("submit");
        await desks.Submissions.SubmitAsync(opened.Id, opened.Universe.Sha256, submissions, SubmissionStatus.OnTime);
    }

    private void SaveSometimes(int round, int nextStep, SimulationHost host, SimulationWorld world)
    {
        var stops = round == _options.StopAfterOpening;
        if (_options.CheckpointFolder is { } folder && (stops || _options.Time.GetElapsedTime(_saved) >= _options.CheckpointInterval)
            && round < _scenario.Rounds)
        {
            Checkpoint.Save(folder, _scenario, nextStep, host, world);
            _saved = _options.Time.GetTimestamp();
        }

        if (stops)
        {
            throw new SimulationException(
                "simulation_stopped", $"The simulation was stopped after round {round} opened, as asked; run it again to go on.");
        }
    }
}
