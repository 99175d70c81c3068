using Numerai.Storage.Memory;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Submissions;

public sealed class MemorySubmissionStoreTests : SubmissionStoreSuite
{
    protected override ISubmissionStore Store { get; } = new MemorySubmissionStore();
}
