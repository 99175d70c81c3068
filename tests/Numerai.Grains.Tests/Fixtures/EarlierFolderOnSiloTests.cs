using Numerai.Behaviour.Fixtures;
using Numerai.Behaviour.Fixtures.Playing;

namespace Numerai.Grains.Tests.Fixtures;

/// <summary>Data folders of earlier versions under a silo of one.</summary>
public sealed class EarlierFolderOnSiloTests : EarlierVersionSuite
{
    protected override async Task<IOpenedFixture> OpenAsync(Fixture fixture, string folder) =>
        await SiloFixture.StartAsync(fixture, folder, postgres: null, silos: 1);
}
