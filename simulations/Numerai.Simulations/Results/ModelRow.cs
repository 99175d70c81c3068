namespace Numerai.Simulations.Results;

/// <summary>A model of the simulation; its index is its place in the list.</summary>
public sealed record ModelRow(string Name, string Account, string Population, string Archetype);
