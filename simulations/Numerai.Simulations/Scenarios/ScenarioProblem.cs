namespace Numerai.Simulations.Scenarios;

/// <summary>What is wrong with a scenario.</summary>
/// <param name="Place">Where, such as <c>populations[2].stake.policy</c>.</param>
/// <param name="Sentence">What was found and what is allowed.</param>
public sealed record ScenarioProblem(string Place, string Sentence);
