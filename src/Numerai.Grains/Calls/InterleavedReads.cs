using System.Collections.Concurrent;
using System.Reflection;
using Numerai.Tournament.Actors;
using Orleans.Serialization.Invocation;

namespace Numerai.Grains.Calls;

/// <summary>
/// Knows the calls that may run while another turn waits: those that the domain marks with <see cref="InterleavesAttribute"/>.
/// </summary>
internal static class InterleavedReads
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> _known = new();

    public static bool Contains(IInvokable call) =>
        _known.GetOrAdd(call.GetMethod(), static method => method.IsDefined(typeof(InterleavesAttribute), inherit: true));
}
