using System.Collections.Immutable;
using System.Text.Json.Serialization;

// They stand in for contracts that somebody might write.
namespace Numerai.Grains.Tests.Wire;

internal sealed record Forgetful
{
    public int Kept { get; init; }

    [JsonIgnore]
    public int Forgotten { get; init; }
}

internal sealed record Settable(int Fixed)
{
    public int Changing { get; set; }
}

internal sealed record Listing(List<int> Items);

internal sealed record Viewing(IReadOnlyList<int> Items);

internal sealed record Arrayed(ImmutableArray<int[]> Items);

internal abstract record Open;

internal sealed record Opened(byte[] Bytes) : Open;

internal sealed record Holding(Open Part);

internal abstract record Wrapped<T>;

internal sealed record WrappedBytes<T>(byte[] Bytes) : Wrapped<T>;

internal sealed record Wrapping(Wrapped<int> Part);

internal sealed record Chain(string Name, Chain? Next);
