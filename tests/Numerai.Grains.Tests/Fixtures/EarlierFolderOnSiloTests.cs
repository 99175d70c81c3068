using Numerai.Behaviour.Fixtures;
using Numerai.Behaviour.Fixtures.Playing;

namespace Numerai.Grains.Tests.Fixtures;

/// <summary>Data folders of earlier versions under a silo of one, apart from a server, under which they are opened too.</summary>
[Trait(Lengths.Trait, Lengths.Long)]
public sealed class EarlierFolderOnSiloTests : EarlierVersionSuite
{
    protected override async Task<IOpenedFixture> OpenAsync(Fixture fixture, string folder) =>
        await SiloFixture.StartAsync(fixture, folder, postgres: null, silos: 1);
}
