namespace Numerai.Scoring.Tests.Properties;

/// <summary>A random submission, meta model and five-bin target over the same rows.</summary>
internal sealed class Sample
{
    public Sample(int seed, bool tied)
    {
        Random random = new(seed);
        int rows = 40 + random.Next(200);
        double[] Column() => [.. Enumerable.Range(0, rows).Select(_ => Math.Round(random.NextDouble(), tied ? 1 : 15))];
        Predictions = Column();
        MetaModel = [.. Column().Zip(Predictions, (own, shared) => own + (0.5 * shared))];
        Target = [.. Column().Select(value => Math.Round(value * 4) / 4)];
    }

    private Sample(double[] predictions, double[] metaModel, double[] target) =>
        (Predictions, MetaModel, Target) = (predictions, metaModel, target);

    public int Rows => Predictions.Length;

    public double[] Predictions { get; }

    public double[] MetaModel { get; }

    public double[] Target { get; }

    public double[] CenteredTarget() => [.. Target.Select(value => value - Target.Average())];

    public Sample Take(int[] rows) => new(
        [.. rows.Select(row => Predictions[row])], [.. rows.Select(row => MetaModel[row])], [.. rows.Select(row => Target[row])]);
}
