namespace Numerai.Local.Actors;

/// <summary>An actor was called from a turn of its own: it would wait for itself for ever.</summary>
public sealed class CallCycleException(string chain) : Exception($"Actors call each other in a circle and would wait for ever: {chain}.");
