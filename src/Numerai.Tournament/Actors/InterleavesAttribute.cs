namespace Numerai.Tournament.Actors;

/// <summary>
/// Marks a read on an actor's interface that may run while another turn waits: it answers from the last committed state, at once or
/// when that has changed. Such a method touches nothing but that state.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterleavesAttribute : Attribute;
