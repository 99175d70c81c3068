namespace Numerai.Simulations.Running;

/// <summary>What a model hands in.</summary>
/// <param name="Codes">Rank codes, one a live row.</param>
/// <param name="Hash">SHA-256 of the codes, which stands for that of a file.</param>
internal sealed record Prediction(SimulatedModel Model, ushort[] Codes, string Hash);
