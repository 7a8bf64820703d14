"""The training steps of `environment/whence benchmark`, written in PyTorch: the reference for their speed.

The same sizes, objective and optimiser as the benchmark: batch of 64, features of 14 x 14 x 112,
spectrograms of 64 x 99, random labels. Without what the benchmark's step also does: reading of the batch
and augmentation. Needs PyTorch (measured with 2.13.0),
which is no part of whence:

    python pytorch_step.py [--threads 2] [--repeats 20]

Prints the median seconds of the plain and of the iterative step.
"""

import argparse
import statistics
import time

import torch
import torch.nn.functional as F
from torch import nn

BATCH, CELLS, CHANNELS, BANDS, FRAMES = 64, 196, 112, 64, 99
TAU, QUIET_WEIGHT, QUIET_LEVEL = 0.07, 5.0, -0.25


def image_head():
    return nn.Sequential(
        nn.Conv2d(CHANNELS, 256, 1, bias=False), nn.BatchNorm2d(256), nn.ReLU(), nn.Conv2d(256, 128, 1)
    )


def audio_encoder():
    layers, width = [], 1
    for channels, stride in ((32, 2), (64, 2), (128, 2), (128, 1)):
        layers += [nn.Conv2d(width, channels, 3, stride, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU()]
        width = channels
    return nn.Sequential(*layers, nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(width, 128))


def correlation(head, audio, features, sounds):
    """S [N, cells, N]: image, cell, sound."""
    cells = F.normalize(head(features).flatten(2), dim=1)  # [N, C, cells]
    return torch.einsum("icu,jc->iuj", cells, F.normalize(audio(sounds), dim=1))


def plain_loss(s):
    logits = s.amax(1) / TAU
    target = torch.arange(len(logits))
    return 0.5 * (F.cross_entropy(logits, target) + F.cross_entropy(logits.t(), target))


def iterative_loss(s, positive, negative, related):
    logits = s / TAU
    weights = positive / positive.sum(1, keepdim=True)
    lp = torch.einsum("iuj,iu->ij", logits, weights)
    ln = logits.amax(1)
    own = torch.diagonal(logits, dim1=0, dim2=2).t()  # [N, cells]
    hard = own.masked_fill(~negative, -1e4).amax(1, keepdim=True)
    loud = F.relu(own * TAU - QUIET_LEVEL) ** 2 * negative
    quiet = (loud.sum(1) / negative.sum(1)).mean()
    both = direction(lp, ln, related, hard) + direction(lp.t(), ln.t(), related.t(), hard)
    return both / 2 + QUIET_WEIGHT * quiet


def direction(lp, ln, related, hard):
    unrelated = torch.logsumexp(ln.masked_fill(related, -1e4), 1, keepdim=True)
    pairs = F.softplus(torch.logaddexp(unrelated, hard) - lp) * related
    return (pairs.sum(1) / related.sum(1)).mean()


def median_seconds(step, repeats):
    times = []
    for k in range(repeats + 3):  # the first three warm up
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times[3:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=20)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    head, audio = image_head(), audio_encoder()
    parameters = [*head.parameters(), *audio.parameters()]
    adam = torch.optim.Adam(parameters, 1e-3, weight_decay=1e-4)
    features = torch.randn(BATCH, CHANNELS, 14, 14)
    sounds = torch.randn(BATCH, 1, BANDS, FRAMES)
    order = torch.rand(BATCH, CELLS).argsort(1).argsort(1)
    positive, negative = (order < 8).float(), order >= 20
    related = torch.eye(BATCH, dtype=torch.bool)

    def step(loss):
        adam.zero_grad()
        loss(correlation(head, audio, features, sounds)).backward()
        torch.nn.utils.clip_grad_norm_(parameters, 5)
        adam.step()

    plain = median_seconds(lambda: step(plain_loss), options.repeats)
    iterative = median_seconds(
        lambda: step(lambda s: iterative_loss(s, positive, negative, related)), options.repeats
    )
    print(f"PyTorch {torch.__version__}, {options.threads} threads")
    print(f"plain step      {plain:.3f} s")
    print(f"iterative step  {iterative:.3f} s")


if __name__ == "__main__":
    main()
