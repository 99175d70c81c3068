using Numerai.Local.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

public sealed class LocalActorKindsTests
{
    [Fact]
    public void Every_kind_of_actor_can_be_brought_to_life_in_process() => Assert.Equal(
        ActorKinds.All.Order(StringComparer.Ordinal), LocalActorKinds.All.Keys.Order(StringComparer.Ordinal));
}
