using System.Globalization;
using Numerai.Storage.Actors;

namespace Numerai.Silo.Storage;

/// <summary>Rows of a silo of one, whose writes share commits, and rows in memory.</summary>
internal sealed class ActorRowGrainStorage(IActorRows rows) : ActorGrainStorage
{
    public static string TagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    public static long VersionOf(string? tag) => tag is null ? 0 : long.Parse(tag, CultureInfo.InvariantCulture);

    protected override Task ReadAsync<T>(string kind, GrainId grain, IGrainState<T> state) =>
        RowAccess<T>.Instance.ReadAsync(rows, kind, KeyOf(grain), state);

    protected override Task WriteAsync<T>(string kind, GrainId grain, IGrainState<T> state) =>
        RowAccess<T>.Instance.WriteAsync(rows, kind, KeyOf(grain), state);

    private static string KeyOf(GrainId grain) => grain.Key.ToString()!;
}
