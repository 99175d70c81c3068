namespace Numerai.Contracts;

/// <summary>What part of a portfolio a model gets.</summary>
/// <param name="Model">Id, or name within the tournament.</param>
/// <param name="Weight">0 to 1,000,000 with at most 9 places; 0 sends what the model holds and earns to the others.</param>
public sealed record PortfolioWeight(string Model, decimal Weight);
