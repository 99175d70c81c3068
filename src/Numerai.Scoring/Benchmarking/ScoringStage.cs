namespace Numerai.Scoring.Benchmarking;

/// <summary>How long one stage took.</summary>
/// <param name="Name">What was done.</param>
/// <param name="BestSeconds">The fastest repeat: what the machine can do.</param>
/// <param name="MedianSeconds">The middle repeat: what one gets on this machine now.</param>
/// <param name="Gigaflops">Floating-point operations of the stage's matrix products per second of the best repeat, in billions; null for a stage without.</param>
public sealed record ScoringStage(string Name, double BestSeconds, double MedianSeconds, double? Gigaflops = null);
