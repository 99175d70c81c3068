using Numerai.Storage.Actors;
using Numerai.Storage.Memory;

namespace Numerai.Storage.Tests.Actors;

public sealed class MemoryActorRowsThroughJsonTests : ActorRowsSuite
{
    protected override IActorRows Rows { get; } = new MemoryActorRows(throughJson: true);
}
