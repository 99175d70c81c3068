using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Numerai.Grains.Calls;

namespace Numerai.Web.Tests.Steps;

/// <summary>What a silo says of steps to whoever measures it.</summary>
public sealed class StepMetricTests(ScoredRound played) : IClassFixture<ScoredRound>
{
    private readonly ConcurrentBag<string> _ended = [];
    private double _still;

    [Fact]
    public async Task A_step_that_stands_is_seen_and_those_that_are_over_are_counted_by_their_outcome()
    {
        using var listener = Listen();
        await played.FailAsync();
        listener.RecordObservableInstruments();
        Assert.True(_still > 0);

        await played.Server.Operator.Steps.AbortAsync(8, played.Round.Number, "Measured.");
        played.PutObjectsBack();
        await played.Server.Operator.Operator.ResolveRoundAsync(8, played.Round.Number);

        Assert.Contains("Settling aborted", _ended);
        Assert.Contains("Settling done", _ended);
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ActorMetrics.MeterName
                    && instrument.Name is ActorMetrics.StepsName or ActorMetrics.StillName)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == ActorMetrics.StillName)
            {
                // Other servers of this process, without such a step, say 0.
                _still = Math.Max(_still, value);
            }
            else
            {
                _ended.Add($"{tags[0].Value} {tags[1].Value}");
            }
        });
        listener.Start();
        return listener;
    }
}
