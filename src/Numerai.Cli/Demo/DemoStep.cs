namespace Numerai.Cli.Demo;

/// <summary>What happens at one moment of the tournament.</summary>
internal enum DemoStepKind
{
    Open,
    Close,
    Score,
    Resolve,
}

/// <param name="Day">Scoring day, 0 for other steps.</param>
internal sealed record DemoStep(DateTimeOffset Time, DemoStepKind Kind, int Round, int Day);
