using Numerai.Storage.Actors;
using Numerai.Storage.Memory;

namespace Numerai.Storage.Tests.Actors;

public sealed class MemoryActorRowsTests : ActorRowsSuite
{
    protected override IActorRows Rows { get; } = new MemoryActorRows(throughJson: false);
}
