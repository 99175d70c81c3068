using Numerai.Behaviour.Fixtures;
using Numerai.Behaviour.Fixtures.Playing;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>Data folders of earlier versions under the present server.</summary>
public sealed class EarlierFolderTests : EarlierVersionSuite
{
    protected override async Task<IOpenedFixture> OpenAsync(Fixture fixture, string folder) =>
        await ServedFixture.StartAsync(folder, fixture.Contents.Clock);
}
